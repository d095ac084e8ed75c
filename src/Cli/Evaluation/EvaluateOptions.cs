using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;

namespace LiveStyle.Cli.Evaluation;

/// <summary>What to evaluate, and on what.</summary>
internal sealed record EvaluateOptions
{
    /// <summary>Names or folders of styles, or ONNX files of foreign networks.</summary>
    public required IReadOnlyList<string> Styles { get; init; }

    /// <summary>Which networks of each style. Default: all.</summary>
    public IReadOnlyList<NetworkTier> Tiers { get; init; } = Enum.GetValues<NetworkTier>();

    /// <summary>The twin that was trained without the temporal losses; <see langword="null"/>: nothing is compared.</summary>
    public string? Control { get; init; }

    /// <summary>Folder of photos; <see langword="null"/>: pictures are drawn.</summary>
    public string? Photos { get; init; }

    /// <summary>Most photos to use. Default 16.</summary>
    public int PhotoCount { get; init; } = 16;

    /// <summary>The picture that the styles were learnt from, for style losses.</summary>
    public string? StylePicture { get; init; }

    /// <summary>VGG weights in safetensors form, for style and content losses. Default, with a style picture: the ones that came with the program.</summary>
    public string? LossNetwork { get; init; }

    /// <summary>Video files, besides the clips that are generated.</summary>
    public IReadOnlyList<string> Clips { get; init; } = [];

    /// <summary>Frames of each generated clip. Default 20, which published figures have; fewer are quicker and less sure.</summary>
    public int ClipFrames { get; init; } = GeneratedClip.MostFrames;

    /// <summary>Float value of a byte of 255 in foreign networks. Default 255.</summary>
    public int Range { get; init; } = 255;

    /// <summary>Time the network of Johnson et al. 2016, too. Default false: it takes seconds.</summary>
    public bool Johnson { get; init; }

    /// <summary>Folder of the cards. Default "evaluation".</summary>
    public string Output { get; init; } = "evaluation";

    /// <summary>Device and threads.</summary>
    public StylizerOptions Stylizer { get; init; } = new();

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (PhotoCount < 1) yield return $"--photo-count must be at least 1, not {PhotoCount}.";
        if (ClipFrames is < 2 or > GeneratedClip.MostFrames)
            yield return $"--clip-frames must be between 2 and {GeneratedClip.MostFrames}, not {ClipFrames}.";
        if (Range is not (1 or 255)) yield return $"--range must be 1 or 255, not {Range}.";
        if (LossNetwork is not null && StylePicture is null) yield return "--loss-network needs --style-picture: whose style is to be judged?";
        foreach (string problem in Stylizer.Problems()) yield return problem;
    }
}
