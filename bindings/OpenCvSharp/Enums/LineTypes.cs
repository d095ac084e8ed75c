namespace OpenCvSharp;

/// <summary>How lines are drawn (cv::LineTypes).</summary>
public enum LineTypes
{
    Link4 = 4,
    Link8 = 8,
    AntiAlias = 16,
}
