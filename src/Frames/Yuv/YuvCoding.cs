namespace LiveStyle.Frames.Yuv;

/// <summary>How 8-bit YUV means colours.</summary>
/// <param name="Matrix">What brightness is mixed of.</param>
/// <param name="IsFullRange">True: Y, U and V run from 0 to 255 (JPEG); false: Y from 16 to 235, U and V from 16 to 240 (television).</param>
public sealed record YuvCoding(YuvMatrix Matrix, bool IsFullRange)
{
    /// <summary>Y of black.</summary>
    public int Black => IsFullRange ? 0 : 16;

    /// <summary>Steps of Y from black to white.</summary>
    public int LumaSteps => IsFullRange ? 255 : 219;

    /// <summary>Steps of U and V from end to end.</summary>
    public int ChromaSteps => IsFullRange ? 255 : 224;
}
