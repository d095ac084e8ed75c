namespace LiveStyle.V4l2;

/// <summary>An open video node: the calls of libc that V4L2 is made of, so that tests can stand in for the kernel.</summary>
internal interface IVideoDevice : IDisposable
{
    /// <summary>One ioctl; <paramref name="argument"/> is the request's structure, read and written in place.</summary>
    DeviceError Control(VideoRequest request, Span<byte> argument);

    /// <summary>One write of a whole picture; never blocks.</summary>
    DeviceError Write(ReadOnlySpan<byte> picture, out int written);

    /// <summary>Waits until a write is possible, at most <paramref name="milliseconds"/>.</summary>
    /// <returns>True if one is, or would fail at once.</returns>
    bool WaitToWrite(int milliseconds);
}
