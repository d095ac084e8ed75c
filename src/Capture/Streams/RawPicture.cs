using LiveStyle.Frames;

namespace LiveStyle.Capture.Streams;

/// <summary>A buffer for one picture that has no place in the pool yet.</summary>
internal sealed class RawPicture
{
    private byte[] _bytes = [];

    /// <summary>Size of the picture.</summary>
    public FrameFormat Format { get; private set; }

    /// <summary>Its number in the stream.</summary>
    public long Index { get; set; }

    /// <summary>When its last byte was there, on the pipeline's clock.</summary>
    public TimeSpan CapturedAt { get; set; }

    /// <summary>Packed BGR.</summary>
    public Span<byte> Pixels => _bytes.AsSpan(0, Format.ByteCount);

    /// <summary>Makes room.</summary>
    public void Resize(FrameFormat format)
    {
        Format = format;
        if (_bytes.Length < format.ByteCount) _bytes = GC.AllocateUninitializedArray<byte>(format.ByteCount);
    }
}
