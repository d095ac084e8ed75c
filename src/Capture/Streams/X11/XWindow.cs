namespace LiveStyle.Capture.Streams.X11;

/// <summary>A window that can be seen.</summary>
/// <param name="Id">Its X11 id.</param>
/// <param name="Title">What its title bar says.</param>
internal sealed record XWindow(uint Id, string Title);
