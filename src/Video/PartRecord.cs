namespace LiveStyle.Video;

/// <summary>What became of a part. It is written when the part's file is complete, and only then: who finds it need not make the part.</summary>
public sealed record PartRecord
{
    /// <summary>Number of the part.</summary>
    public required int Index { get; init; }

    /// <summary>Frames in it.</summary>
    public required long Frames { get; init; }

    /// <summary>The file, beside the record; <see langword="null"/> if not one frame could be decoded there.</summary>
    public string? File { get; init; }

    /// <summary>Length of the file.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Presentation time of its first frame, which is the zero of the file.</summary>
    public TimeSpan First { get; init; }

    /// <summary>Presentation time of its last frame.</summary>
    public TimeSpan Last { get; init; }

    /// <summary>When the last frame ends, if nothing follows.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Frames that were damaged: the decoder concealed parts of them, or the frame before was repeated.</summary>
    public long Concealed { get; init; }

    /// <summary>Why the film ended there before it should have.</summary>
    public string? Damage { get; init; }

    /// <summary>What computed: cpu, webgpu, cuda, tensorrt.</summary>
    public string? Device { get; init; }
}
