namespace LiveStyle.Train.Quantization;

/// <summary>How a byte stands for a number: <c>(byte - Zero) * Step</c>.</summary>
/// <param name="Step">Worth of one step, above 0.</param>
/// <param name="Zero">The byte that stands for 0.</param>
internal readonly record struct ByteScale(float Step, byte Zero)
{
    /// <summary>The scale whose 256 bytes cover a span that 0 lies in.</summary>
    public static ByteScale Covering(double low, double high)
    {
        double step = Math.Max((high - low) / 255, 1e-9);
        return new ByteScale((float)step, (byte)Math.Clamp(Math.Round(-low / step), 0, 255));
    }
}
