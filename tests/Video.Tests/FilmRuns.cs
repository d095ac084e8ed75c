using LiveStyle.Capture;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Render;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveStyle.Video.Tests;

/// <summary>Makes films as <c>video</c>, <c>work</c> and <c>merge</c> do, without starting the program.</summary>
/// <param name="place">Where.</param>
/// <param name="style">Folder of the style.</param>
/// <param name="input">Name of the film.</param>
internal sealed class FilmRuns(Workplace place, string style, string input)
{
    private readonly VideoEncoding _encoding = new() { Crf = 0, Preset = "ultrafast" };

    /// <summary>What is asked for.</summary>
    public FilmRequest Request(string output, double partLength, double strength = 1) => new()
    {
        Input = place[input],
        Output = place[output],
        PartLength = TimeSpan.FromSeconds(partLength),
        Encoding = FilmPlan.Settle(new FilmRequest { Input = "", Output = output, Painting = null!, Encoding = _encoding }).Request.Encoding,
        Painting = FilmPainting.Of(style, new StylizerOptions { Device = ExecutionDevice.Cpu, Strength = strength }),
    };

    /// <summary>By one process, two frames at once.</summary>
    public static async Task<FilmResult> MakeAsync(FilmRequest request)
    {
        using FilmPainter painter = request.Painting.Open(threads: 2, NullLogger.Instance);
        using var gate = new PauseGate();
        using var maker = new FilmMaker(request, MediaProbe.Probe(request.Input), default);
        return await maker.RunAsync(painter, "cpu", gate, NullLogger.Instance, default, default);
    }

    /// <summary>Each part by a decoder and a network of its own, the last one first.</summary>
    public async Task<MergeResult> MakePartsAloneAsync(FilmRequest request)
    {
        JobFolder folder = JobFolder.At(place["job"]);
        FilmJob job = FilmPlan.Make(request, MediaProbe.Probe(request.Input), folder, default);
        folder.Write(job);
        Assert.True(job.Parts.Count >= 5, $"{job.Parts.Count} parts");
        foreach (FilmPart part in job.Parts.Reverse()) await MakePartAsync(job, folder, part);
        return FilmMerge.Run(job, folder, request.Output, overwrite: false, default);
    }

    /// <summary>One part.</summary>
    public static async Task MakePartAsync(FilmJob job, JobFolder folder, FilmPart part)
    {
        using var gate = new PauseGate();
        using FilmPainter painter = job.Painting.Open(threads: 1, NullLogger.Instance);
        using var run = new PartsRun(job, folder, job.Probe(job.Input.Path), painter, "cpu", gate, NullLogger.Instance);
        await run.RunAsync([part], default, default);
    }
}
