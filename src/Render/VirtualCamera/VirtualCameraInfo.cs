namespace LiveStyle.Render.VirtualCamera;

/// <summary>One v4l2loopback device of this machine.</summary>
/// <param name="Path"><c>/dev/video10</c>.</param>
/// <param name="Name">What other programs show in their lists of cameras.</param>
/// <param name="CanWrite">True if nobody else writes to it.</param>
/// <param name="IsExclusive">
/// False: the module was loaded without <c>exclusive_caps=1</c>, so that Chromium and others do not take it for a camera.
/// </param>
/// <param name="Problem">Why it can't be written; <see langword="null"/> if it can.</param>
public sealed record VirtualCameraInfo(string Path, string Name, bool CanWrite, bool IsExclusive, string? Problem);
