namespace LiveStyle.V4l2;

/// <summary>A pixel format by its four letters: <c>YUYV</c>, <c>MJPG</c>.</summary>
internal readonly record struct FourCc(uint Value)
{
    public static readonly FourCc Yuyv = Of("YUYV"), I420 = Of("YU12"), Nv12 = Of("NV12");

    /// <summary>The format whose name is <paramref name="letters"/>; missing letters are spaces.</summary>
    public static FourCc Of(string letters)
    {
        uint value = 0;
        for (int i = 3; i >= 0; i--) value = value << 8 | (i < letters.Length ? letters[i] : ' ');
        return new FourCc(value);
    }

    /// <summary>The letters, without spaces at the end.</summary>
    public override string ToString() => string.Create(4, Value, static (text, value) =>
    {
        for (int i = 0; i < 4; i++, value >>= 8) text[i] = (char)(value & 0x7F);
    }).TrimEnd();
}
