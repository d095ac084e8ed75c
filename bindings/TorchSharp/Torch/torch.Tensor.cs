using TorchSharp.Interop;

namespace TorchSharp;

// Tensors from numbers that .NET holds. They are copied.
public static partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<float>([scalar], [], ScalarType.Float32, null, requires_grad);

    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Float32, dtype, requires_grad);

    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Float32, dtype, requires_grad);

    public static Tensor tensor(
        IList<float> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Float32, dtype, requires_grad);

    public static Tensor tensor(double scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<double>([scalar], [], ScalarType.Float64, null, requires_grad);

    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Float64, dtype, requires_grad);

    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Float64, dtype, requires_grad);

    public static Tensor tensor(
        IList<double> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Float64, dtype, requires_grad);

    public static Tensor tensor(long scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<long>([scalar], [], ScalarType.Int64, null, requires_grad);

    public static Tensor tensor(
        long[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Int64, dtype, requires_grad);

    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Int64, dtype, requires_grad);

    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Int64, dtype, requires_grad);

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<int>([scalar], [], ScalarType.Int32, null, requires_grad);

    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Int32, dtype, requires_grad);

    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Int32, dtype, requires_grad);

    public static Tensor tensor(
        IList<int> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Int32, dtype, requires_grad);

    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<byte>([scalar], [], ScalarType.Byte, null, requires_grad);

    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Byte, dtype, requires_grad);

    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Byte, dtype, requires_grad);

    public static Tensor tensor(
        IList<byte> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Byte, dtype, requires_grad);

    public static Tensor tensor(bool scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<bool>([scalar], [], ScalarType.Bool, null, requires_grad);

    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, dimensions, ScalarType.Bool, dtype, requires_grad);

    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray(rawArray, [rawArray.Length], ScalarType.Bool, dtype, requires_grad);

    public static Tensor tensor(
        IList<bool> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        FromArray(rawArray.ToArray(), dimensions, ScalarType.Bool, dtype, requires_grad);

    private static unsafe Tensor FromArray<T>(
        T[] rawArray, ReadOnlySpan<long> dimensions, ScalarType source, ScalarType? dtype, bool requires_grad) where T : unmanaged
    {
        long expected = 1;
        foreach (long size in dimensions)
        {
            expected *= size;
        }

        if (expected != rawArray.Length)
        {
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: expected {expected}, got {rawArray.Length}");
        }

        fixed (T* data = rawArray)
        {
            return new(Native.THSTensor_from_data(
                data, (sbyte)source, dimensions, dimensions.Length, (sbyte)(dtype ?? source), Flag(requires_grad)));
        }
    }
}
