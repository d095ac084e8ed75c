using System.Text.Json;
using LiveStyle.Cli.Tests.Support;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Cli.Tests;

public sealed class EvaluateTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact(Timeout = 300_000)]
    public async Task Style_and_foreign_network_of_a_fixed_size_get_a_card_and_a_page_and_stand_in_one_table()
    {
        File.WriteAllBytes(_place["Peer 1.onnx"], new TinyOnnx { Channels = 3, OutputChannels = 3, Side = 64 }.ToFile());

        ProgramResult run = await _place.RunAsync(
            "evaluate", "tiny", "Peer 1.onnx", "--tier", "balanced", "--photo-count", "1", "--clip-frames", "4", "-o", "cards", "--json");

        Assert.True(run.ExitCode == 0, $"{run}");
        Assert.Contains("left out", run.Errors, StringComparison.Ordinal); // style losses, without a loss network
        JsonElement[] cards = [.. run.Json.EnumerateArray()];
        Assert.Equal(["tiny", "peer-1"], cards.Select(card => card.GetProperty("style").GetString()));
        JsonElement tiny = cards[0].GetProperty("networks")[0];
        Assert.InRange(tiny.GetProperty("steadiness").GetProperty("error").GetDouble(), 0.001, 0.5);
        JsonElement peer = cards[1].GetProperty("networks")[0]; // hands its input on
        Assert.Equal(1, peer.GetProperty("steadiness").GetProperty("relative").GetDouble(), 3);
        Assert.Equal(1, peer.GetProperty("steadiness").GetProperty("noiseGain").GetDouble(), 3);
        Assert.Equal(0, peer.GetProperty("picture").GetProperty("halo").GetDouble(), 4);
        Assert.True(peer.GetProperty("speed").GetProperty("medianMs").GetDouble() > 0);
        Assert.Equal(["peer-1.html", "peer-1.json", "tiny.html", "tiny.json"], Directory.EnumerateFiles(_place["cards"]).Select(Path.GetFileName).Order());
        string page = File.ReadAllText(Path.Combine(_place["cards"], "tiny.html"));
        Assert.Contains("src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task What_is_missing_is_told_before_the_work_begins()
    {
        File.WriteAllText(_place["text.onnx"], "no network");
        ProgramResult noPainting = await _place.RunAsync("evaluate", "tiny", "--loss-network", "vgg.safetensors", "--range", "3", "--clip-frames", "1");
        Assert.Equal(2, noPainting.ExitCode);
        Assert.Contains("--style-picture", noPainting.Errors, StringComparison.Ordinal);
        Assert.Contains("--range", noPainting.Errors, StringComparison.Ordinal);
        Assert.Contains("--clip-frames", noPainting.Errors, StringComparison.Ordinal);
        Assert.Equal(4, (await _place.RunAsync("evaluate", "tiny", "absent")).ExitCode);
        ProgramResult noTier = await _place.RunAsync("evaluate", "tiny", "--tier", "fast");
        Assert.Equal(4, noTier.ExitCode);
        Assert.Contains("no network of the tier fast", noTier.Errors, StringComparison.Ordinal);
        ProgramResult noNetwork = await _place.RunAsync("evaluate", "tiny", "text.onnx");
        Assert.Equal(4, noNetwork.ExitCode);
        Assert.Contains("text.onnx", noNetwork.Errors, StringComparison.Ordinal);
        Assert.Equal(5, (await _place.RunAsync("evaluate", "tiny", "--clip", "absent.mp4")).ExitCode);
        Assert.False(Directory.Exists(_place["evaluation"]));
    }
}
