using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LiveStyle.Stylize.Kernels;

/// <summary>Float to byte: halves go up, what is outside 0..255 saturates, NaN is 0. The vectors give what the scalar gives, bit for bit.</summary>
internal static class PixelRounding
{
    /// <summary><paramref name="value"/> in units of a byte, rounded and saturated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ToByte(float value) => (byte)(int)((value > 0 ? Math.Min(value, 255f) : 0f) + 0.5f);

    /// <summary>Eight values in units of a byte, rounded and saturated to 0..255.</summary>
    /// <remarks>With the value as their first operand, the native maximum and minimum give the bound where it is not a number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ToBytes(Vector256<float> values)
    {
        Vector256<float> inside = Vector256.MinNative(Vector256.MaxNative(values, Vector256<float>.Zero), Vector256.Create(255f));
        return Vector256.ConvertToInt32Native(inside + Vector256.Create(0.5f)).AsUInt32();
    }
}
