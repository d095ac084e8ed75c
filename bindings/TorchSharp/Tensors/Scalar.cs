using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number that takes part in tensor arithmetic.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(ScalarValue value) => Value = value;

    internal ScalarValue Value { get; }

    public static implicit operator Scalar(byte value) => new(ScalarValue.Of((long)value));

    public static implicit operator Scalar(short value) => new(ScalarValue.Of((long)value));

    public static implicit operator Scalar(int value) => new(ScalarValue.Of((long)value));

    public static implicit operator Scalar(long value) => new(ScalarValue.Of(value));

    public static implicit operator Scalar(float value) => new(ScalarValue.Of((double)value));

    public static implicit operator Scalar(double value) => new(ScalarValue.Of(value));

    public static implicit operator Scalar(bool value) => new(ScalarValue.Of(value));

    public void Dispose()
    {
    }
}
