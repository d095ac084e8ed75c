using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>A number on its way to native code; mirrors <c>ScalarValue</c> in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ScalarValue
{
    private readonly long _bits;
    private readonly int _kind;

    private ScalarValue(long bits, int kind)
    {
        _bits = bits;
        _kind = kind;
    }

    public static ScalarValue None => default;

    public bool IsInteger => _kind != 1;

    public static ScalarValue Of(double value) => new(BitConverter.DoubleToInt64Bits(value), 1);

    public static ScalarValue Of(long value) => new(value, 2);

    public static ScalarValue Of(bool value) => new(value ? 1 : 0, 3);

    public double ToDouble() => _kind == 1 ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    public long ToInt64() => _kind == 1 ? (long)BitConverter.Int64BitsToDouble(_bits) : _bits;
}
