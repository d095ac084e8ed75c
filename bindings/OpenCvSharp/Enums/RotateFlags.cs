namespace OpenCvSharp;

/// <summary>Turn of Cv2.Rotate (cv::RotateFlags).</summary>
public enum RotateFlags
{
    Rotate90Clockwise = 0,
    Rotate180 = 1,
    Rotate90Counterclockwise = 2,
}
