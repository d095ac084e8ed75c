using System.Diagnostics;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Obs.Tests;

/// <summary>A real OBS without a monitor: under Xvfb, with a fresh configuration in a temporary folder.</summary>
public sealed class RunningObs : IAsyncLifetime, IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("livestyle-obs-").FullName;
    private Screen? _screen;
    private Process? _process;

    /// <summary>Why there is none; <see langword="null"/>: it runs.</summary>
    public static string? Missing =>
        File.Exists("/usr/bin/obs") && Screen.IsInstalled
            ? null
            : "there is no OBS: apt-get install obs-studio xvfb xauth libgl1-mesa-dri libgl1 libegl1";

    internal ObsClient Client { get; private set; } = null!;

    internal string Display => _screen!.Display;

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        int port = Peer.FreePort();
        ObsConfiguration.Write(_home, port);
        _screen = new Screen();
        Start();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                Client = await ObsClient.ConnectAsync(port, ObsConfiguration.Password, enough.Token);
                break;
            }
            catch (System.Net.WebSockets.WebSocketException) when (!_process!.HasExited)
            {
                await Task.Delay(200, enough.Token);
            }
        }

        while (!await IsReadyAsync(enough.Token)) await Task.Delay(100, enough.Token);
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Client?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _screen?.Dispose();
        _screen = null;
        _process = null;
        if (Directory.Exists(_home)) Directory.Delete(_home, recursive: true);
    }

    private void Start()
    {
        string[] arguments = ["--multi", "--disable-updater", "--disable-missing-files-check", "--collection", "Test", "--profile", "Test"];
        var start = new ProcessStartInfo("obs", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (string Name, string Value)[] environment =
        [
            ("HOME", _home), ("XDG_CONFIG_HOME", Path.Combine(_home, ".config")), ("XDG_RUNTIME_DIR", _home), ("DISPLAY", _screen!.Display),
            ("LIBGL_ALWAYS_SOFTWARE", "1"), ("QT_QPA_PLATFORM", "xcb"), ("LC_ALL", "C.UTF-8"), ("LANG", "C.UTF-8"),
        ];
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>It refuses requests while it still loads its scenes.</summary>
    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Client.RequestAsync("GetSceneItemList", new() { ["sceneName"] = "Scene" }, cancellationToken);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
