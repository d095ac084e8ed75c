using System.Globalization;
using LiveStyle.Cli.Tests.Support;

namespace LiveStyle.Video.Tests;

/// <summary>A transport stream of recordings that were joined without care: its time stamps begin anew where the second and the third one begin.</summary>
public sealed class JoinedRecordingsTests : IDisposable
{
    private readonly Workplace _place = new();

    public JoinedRecordingsTests()
    {
        _place.Make(
            "one.ts", "-f", "lavfi", "-i", "testsrc2=size=96x64:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", "3",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-pix_fmt", "yuv420p", "-c:a", "aac");
        byte[] one = File.ReadAllBytes(_place["one.ts"]);
        File.WriteAllBytes(_place["film.ts"], [.. one, .. one, .. one]);
    }

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task It_is_one_part_and_has_all_frames_and_all_sound_however_it_is_made()
    {
        string[] film = ["film.ts", "--style", "tiny", "--part-length", "2"];
        await WorksAsync(["video", .. film, "-o", "one.mp4"]);
        ProgramResult plan = await WorksAsync(["plan", .. film, "--out", "job", "-o", "many.mp4", "--json"]);
        await WorksAsync(["work", "job", "--index", "0"]);
        await WorksAsync(["merge", "job"]);

        Assert.Equal((1, 225), (plan.Json.GetProperty("parts").GetInt32(), plan.Json.GetProperty("framesExpected").GetInt32()));
        Assert.Equal("225", _place.Probe("one.mp4", "v:0", "nb_read_frames"));
        Assert.InRange(double.Parse(_place.Probe("one.mp4", "a:0", "duration"), CultureInfo.InvariantCulture), 8.9, 9.2);
        Assert.Equal(File.ReadAllBytes(_place["one.mp4"]), File.ReadAllBytes(_place["many.mp4"]));
    }

    [Fact(Timeout = 120_000)]
    public async Task A_piece_of_it_has_its_frames_and_its_sound_also_if_that_is_converted_and_after_a_kill()
    {
        string[] film = ["video", "film.ts", "--style", "tiny", "--start", "2", "--end", "7", "--codec", "vp9", "--preset", "8", "-o", "out.webm"];
        RunningProgram killed = _place.Start(film);
        await killed.SaysAsync(" frames/s");
        killed.Signal("KILL");
        await killed.ResultAsync();
        File.Delete(_place["out.webm"]); // it was faster
        await WorksAsync([.. film, "--resume"]);

        Assert.Equal("125", _place.Probe("out.webm", "v:0", "nb_read_frames"));
        Assert.Equal("opus", _place.Probe("out.webm", "a:0", "codec_name"));
        _place.Make("sound.wav", "-i", "out.webm", "-vn");
        Assert.InRange(double.Parse(_place.Probe("sound.wav", "a:0", "duration"), CultureInfo.InvariantCulture), 4.9, 5.1);
    }

    private async Task<ProgramResult> WorksAsync(string[] command)
    {
        ProgramResult run = await _place.RunAsync(command);
        Assert.True(run.ExitCode == 0, $"{run}");
        return run;
    }
}
