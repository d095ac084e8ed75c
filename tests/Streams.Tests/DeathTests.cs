using System.Diagnostics;
using System.Globalization;
using LiveStyle.Streams.Tests.Support;

namespace LiveStyle.Streams.Tests;

/// <summary>No ffmpeg is left behind when the process is killed, and none is in reach of the terminal's Ctrl+C.</summary>
public sealed class DeathTests
{
    [Fact(Timeout = 60_000)]
    public async Task Killed_process_takes_its_ffmpegs_with_it() => await Task.Run(() =>
    {
        string receive = "srt://127.0.0.1:{0}?mode=listener".WithPort(Peer.FreePort()); // nobody calls: it would wait for ever
        string send = "srt://127.0.0.1:{0}?mode=listener".WithPort(Peer.FreePort());
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(DeathTests).Assembly.Location, receive, send])
        {
            RedirectStandardOutput = true,
        };
        using Process parent = Process.Start(start)!;
        int sending = int.Parse(parent.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        Assert.True(SpinWait.SpinUntil(() => Peer.Children(parent.Id).Count == 2, TimeSpan.FromSeconds(20)));
        IReadOnlyList<int> ffmpegs = Peer.Children(parent.Id);
        Assert.Contains(sending, ffmpegs); // although the thread that started it has ended
        Assert.True(SpinWait.SpinUntil(() => ffmpegs.All(id => Peer.Stat(id)[1] == "(ffmpeg)"), TimeSpan.FromSeconds(20)));
        Assert.All(ffmpegs, id => Assert.NotEqual(Peer.Stat(parent.Id)[4], Peer.Stat(id)[4])); // process group

        parent.Kill();
        parent.WaitForExit();

        Assert.True(SpinWait.SpinUntil(() => ffmpegs.All(id => !Peer.IsRunning(id)), TimeSpan.FromSeconds(10)));
    });
}
