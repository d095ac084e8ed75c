namespace LiveStyle.V4l2;

/// <summary>The machine's video nodes.</summary>
internal interface IVideoNodes
{
    /// <summary>All of them, by number.</summary>
    IReadOnlyList<VideoNode> List();

    /// <summary>Opens a node for reading and writing, without waiting.</summary>
    /// <param name="path"><c>/dev/video0</c>, or a link to it.</param>
    /// <param name="device">The caller owns it; <see langword="null"/> on an error.</param>
    DeviceError Open(string path, out IVideoDevice? device);
}
