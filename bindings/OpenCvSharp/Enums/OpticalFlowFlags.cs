namespace OpenCvSharp;

/// <summary>Options of optical flow.</summary>
[Flags]
public enum OpticalFlowFlags
{
    None = 0,
    UseInitialFlow = 4,
    LkGetMinEigenvals = 8,
    FarnebackGaussian = 256,
}
