using TorchSharp.Interop;

namespace TorchSharp;

// Fresh tensors. Without a type they are float32; the device is there for the signature's sake.
public static partial class torch
{
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_zeros(size, size.Length, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([size], dtype, device, requires_grad);

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([rows, columns], dtype, device, requires_grad);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_ones(size, size.Length, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([size], dtype, device, requires_grad);

    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([rows, columns], dtype, device, requires_grad);

    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_empty(size, size.Length, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([size], dtype, device, requires_grad);

    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([rows, columns], dtype, device, requires_grad);

    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_rand(size, size.Length, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([size], dtype, device, requires_grad);

    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([rows, columns], dtype, device, requires_grad);

    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_randn(size, size.Length, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([size], dtype, device, requires_grad);

    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([rows, columns], dtype, device, requires_grad);

    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_zeros_like(input.SafeHandle, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_ones_like(input.SafeHandle, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_empty_like(input.SafeHandle, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_rand_like(input.SafeHandle, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_randn_like(input.SafeHandle, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_full(size, size.Length, value.Value, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_full_like(input.SafeHandle, value.Value, TypeOrSame(dtype), Flag(requires_grad)));

    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_randint(low, high, size, size.Length, (sbyte)(dtype ?? ScalarType.Int64), Flag(requires_grad)));

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null) =>
        new(Native.THSTensor_randperm(n, (sbyte)(dtype ?? ScalarType.Int64)));

    /// <summary>start, start + step, ... up to but without stop; int64 where all three are whole numbers.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        bool whole = start.Value.IsInteger && stop.Value.IsInteger && step.Value.IsInteger;
        ScalarType type = dtype ?? (whole ? ScalarType.Int64 : ScalarType.Float32);
        return new(Native.THSTensor_arange(start.Value, stop.Value, step.Value, (sbyte)type, Flag(requires_grad)));
    }

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_linspace(start, end, steps, TypeOrFloat(dtype), Flag(requires_grad)));

    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        new(Native.THSTensor_eye(rows, columns < 0 ? rows : columns, TypeOrFloat(dtype), Flag(requires_grad)));

    private static sbyte TypeOrFloat(ScalarType? dtype) => (sbyte)(dtype ?? ScalarType.Float32);

    private static sbyte TypeOrSame(ScalarType? dtype) => dtype is { } known ? (sbyte)known : (sbyte)-1;

    private static int Flag(bool value) => value ? 1 : 0;
}
