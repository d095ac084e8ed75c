using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Frames.Yuv;

/// <summary>What blue, green and red give to one of Y, U and V, by <see cref="FixedPoint"/>.</summary>
/// <param name="Blue">Weight of blue.</param>
/// <param name="Green">Weight of green.</param>
/// <param name="Red">Weight of red.</param>
/// <param name="Offset">What is added: the value of black or of no colour, and half of a byte's step, for rounding.</param>
internal readonly record struct BgrWeights(int Blue, int Green, int Red, int Offset)
{
    /// <summary>Green gets the rest, so that a grey has no colour and white is white, to the last bit.</summary>
    /// <param name="blue">Share of blue.</param>
    /// <param name="red">Share of red.</param>
    /// <param name="sum">All shares together.</param>
    /// <param name="scale">Steps of the result for a step of the channels.</param>
    /// <param name="zero">The result for black.</param>
    public static BgrWeights Of(double blue, double red, double sum, double scale, int zero)
    {
        int b = FixedPoint.Of(blue * scale), r = FixedPoint.Of(red * scale);
        return new BgrWeights(b, FixedPoint.Of(sum * scale) - b - r, r, FixedPoint.Of(zero + 0.5));
    }

    /// <summary>The result, before <see cref="FixedPoint.ToByte"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Sum(int blue, int green, int red) => (blue * Blue) + (green * Green) + (red * Red) + Offset;

    /// <summary>Eight results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Sum(Vector256<int> blue, Vector256<int> green, Vector256<int> red) =>
        (blue * Blue) + (green * Green) + (red * Red) + Vector256.Create(Offset);
}
