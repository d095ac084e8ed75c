using OpenCvSharp;

namespace LiveStyle.Capture.Cameras;

/// <summary>What <see cref="CameraSource"/> needs of an open camera.</summary>
internal interface ICameraReader : IDisposable
{
    /// <summary>What the camera was set to, as far as the driver tells.</summary>
    CameraSetting Setting { get; }

    /// <summary>False as soon as its node is gone.</summary>
    bool IsPresent { get; }

    /// <summary>Waits for the next picture, for about a second.</summary>
    /// <returns>False: none came.</returns>
    bool Grab();

    /// <summary>Decodes the picture that was grabbed.</summary>
    /// <returns>False: it is damaged.</returns>
    bool Retrieve(Mat picture);
}
