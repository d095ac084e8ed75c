using System.CommandLine;
using LiveStyle.Frames;
using LiveStyle.Live.Sources;
using LiveStyle.Web;

namespace LiveStyle.Cli.Live;

/// <summary>The options of <c>live</c> besides those of the style.</summary>
internal sealed class LiveArguments
{
    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "camera, a part of a camera's name or /dev/videoN, a video file (played again and again), an address (rtsp:, http:, srt:, udp:, rtmp:), " +
            "screen, screen:WxH+X+Y, window:TITLE, or test.",
        DefaultValueFactory = _ => "camera",
    };

    private readonly Option<bool> _window = new("--window", "-w") { Description = "Show the picture in a window. [default: if there is no other output]" };

    private readonly Option<string[]> _cameras = new("--virtual-camera", "-c")
    {
        Description = "Feed a v4l2loopback camera, which OBS, Zoom and browsers can pick: the first free one, or DEVICE.",
        HelpName = "DEVICE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _http = new("--http")
    {
        Description = "Serve the picture and its controls as a web page. [default: 127.0.0.1:8080]",
        HelpName = "ADDRESS:PORT",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _token = new("--http-token") { Description = "What a browser must show to use the page; needed for an address that others reach. 'new' makes one.", HelpName = "TOKEN" };
    private readonly Option<int> _quality = new("--http-quality") { Description = "Of the page's pictures, 1 to 100.", HelpName = "N", DefaultValueFactory = _ => WebDefaults.JpegQuality };
    private readonly Option<int> _viewers = new("--http-viewers") { Description = "Most pages and streams at a time.", HelpName = "N", DefaultValueFactory = _ => WebDefaults.MaxViewers };
    private readonly Option<string[]> _push = new("--push") { Description = "Send the picture to an address: rtmp:, srt:, udp:, rtsp:. May be given more than once.", HelpName = "URL" };
    private readonly Option<string?> _record = new("--record") { Description = "Record to a file from the start (.mkv can be played even after a crash).", HelpName = "FILE" };
    private readonly Option<bool> _nothing = new("--no-output") { Description = "Show the picture nowhere: for measuring." };
    private readonly Option<string?> _captureSize = new("--capture-size") { Description = "Size to ask the camera for. [default: 640x480]", HelpName = "WxH" };
    private readonly Option<double?> _rate = new("--fps") { Description = "Frames a second to ask for and to hold. [default: the source's own]", HelpName = "N" };
    private readonly Option<string?> _crop = new("--crop") { Description = "Use a part of the picture: 640x480 (the middle) or 640x480+LEFT+TOP.", HelpName = "WxH" };
    private readonly Option<bool?> _mirror = new("--mirror") { Description = "Swap left and right." };
    private readonly Option<int?> _rotate = new("--rotate") { Description = "Turn clockwise: 90, 180 or 270 degrees.", HelpName = "DEGREES" };
    private readonly Option<bool?> _denoise = new("--denoise") { Description = "Take noise out of what does not move." };
    private readonly Option<bool?> _steady = new("--steady") { Description = "Hold the painting still where the picture stands still." };
    private readonly Option<bool?> _split = new("--split") { Description = "Show the left half as it was captured." };
    private readonly Option<string?> _blend = new("--blend") { Description = "A second style, half of each.", HelpName = "STYLE" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Start with the settings in FILE, and keep them there at the end.", HelpName = "FILE" };
    private readonly Option<string?> _folder = new("--folder") { Description = "Where snapshots and recordings go. [default: your pictures folder]", HelpName = "FOLDER" };
    private readonly Option<double?> _seconds = new("--duration") { Description = "End after so many seconds.", HelpName = "SECONDS" };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON object a second, and one at the end." };

    private static WebOptions WebDefaults { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_source);
        foreach (Option option in (Option[])[_window, _cameras, _http, _token, _quality, _viewers, _push, _record, _nothing, _captureSize, _rate, _crop, _mirror, _rotate, _denoise, _steady,
            _split, _blend, _profile, _folder, _seconds, _json])
            command.Add(option);
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="UsageException">Something makes no sense.</exception>
    public LiveJob Read(ParseResult parsed, StyleArguments style)
    {
        string? profile = parsed.GetValue(_profile);
        var job = new LiveJob
        {
            Source = parsed.GetValue(_source)!,
            CaptureSize = parsed.GetValue(_captureSize) is { } size ? LiveJob.ParseSize(size) : null,
            Rate = parsed.GetValue(_rate) is { } rate ? LiveJob.ParseRate(rate) : null,
            Crop = parsed.GetValue(_crop) is { } crop ? Crop.Parse(crop) : null,
            Settings = LiveJob.Over(style.Settings(parsed, profile is null ? null : LiveStyle.Live.LiveProfile.Read(profile)), parsed.GetValue(_mirror), parsed.GetValue(_rotate),
                parsed.GetValue(_denoise), parsed.GetValue(_steady), parsed.GetValue(_split), parsed.GetValue(_blend)),
            Stylizer = style.Read(parsed),
            VirtualCameras = parsed.GetResult(_cameras) is null ? [] : parsed.GetValue(_cameras) is { Length: > 0 } devices ? devices : [""],
            Web = parsed.GetResult(_http) is null ? null : ReadWeb(parsed),
            Push = parsed.GetValue(_push) ?? [],
            Record = parsed.GetValue(_record),
            Nothing = parsed.GetValue(_nothing),
            Profile = profile,
            Folder = parsed.GetValue(_folder),
            Duration = parsed.GetValue(_seconds) is { } seconds ? LiveJob.ParseDuration(seconds) : null,
            Json = parsed.GetValue(_json),
        };
        bool elsewhere = job.VirtualCameras.Count > 0 || job.Web is not null || job.Push.Count > 0 || job.Nothing;
        return job with { Window = parsed.GetValue(_window) || !elsewhere };
    }

    private WebOptions ReadWeb(ParseResult parsed)
    {
        (string address, int port) = LiveJob.ParseEndpoint(parsed.GetValue(_http), WebDefaults);
        WebOptions web = WebDefaults with
        {
            Address = address,
            Port = port,
            Token = parsed.GetValue(_token) is "new" ? WebOptions.NewToken() : parsed.GetValue(_token),
            JpegQuality = parsed.GetValue(_quality),
            MaxViewers = parsed.GetValue(_viewers),
        };
        OptionProblems.ThrowIfAny(web.Problems());
        return web;
    }
}
