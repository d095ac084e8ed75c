using LiveStyle.Frames;

namespace LiveStyle.Live.Painting;

/// <summary>A picture that outlives its frame. Takes memory when it must grow, and none else.</summary>
internal sealed class PictureMemory
{
    private byte[] _pixels = [];

    /// <summary>Size of what is remembered; none at first.</summary>
    public FrameFormat Format { get; private set; }

    /// <summary>The picture; valid until the format changes.</summary>
    public FrameView View => new(_pixels.AsSpan(0, Format.ByteCount), Format);

    /// <summary>True if a picture of that size is remembered.</summary>
    public bool Holds(FrameFormat format) => Format == format;

    /// <summary>Memory for a picture of a size, with whatever was in it.</summary>
    public FrameView Room(FrameFormat format)
    {
        if (_pixels.Length < format.ByteCount) _pixels = GC.AllocateUninitializedArray<byte>(format.ByteCount);
        Format = format;
        return View;
    }

    /// <summary>Remembers a picture.</summary>
    public void Keep(FrameView picture) => picture.Pixels.CopyTo(Room(picture.Format).Pixels);

    /// <summary>Remembers nothing.</summary>
    public void Forget() => Format = default;
}
