namespace LiveStyle.Capture.Cameras;

/// <summary>Which camera, and how.</summary>
public sealed record CameraOptions
{
    /// <summary>From <see cref="CameraChoice.From"/>. To open it again after it was gone, find it again: <c>CameraChoice.From(camera.Id, CameraList.Find())</c>.</summary>
    public required CameraInfo Camera { get; init; }

    /// <summary>What is asked of it.</summary>
    public CameraRequest Request { get; init; } = new();

    /// <summary>A camera that delivers nothing for so long is given up. Default 3 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);
}
