using TorchSharp.Utils;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>Writes element type, shape and elements in TorchSharp's own format.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        long[] shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (long size in shape)
        {
            writer.Encode(size);
        }

        writer.Write(tensor.bytes);
    }

    /// <summary>Reads what <see cref="Save"/> wrote into a tensor of the same element type and shape.</summary>
    public static void Load(this torch.Tensor tensor, BinaryReader reader) => Load(tensor, reader, skip: false);

    internal static void Load(torch.Tensor tensor, BinaryReader reader, bool skip)
    {
        (torch.ScalarType type, long[] shape, int size) = ReadHeader(reader);
        byte[] bytes = reader.ReadBytes(size);
        if (skip)
        {
            return;
        }

        if (type != tensor.dtype)
        {
            throw new ArgumentException($"Mismatched tensor data types while loading: {type} in the stream, {tensor.dtype} in the tensor.");
        }

        if (!shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading: [{string.Join(", ", shape)}] in the stream, "
                + $"[{string.Join(", ", tensor.shape)}] in the tensor.");
        }

        tensor.bytes = bytes;
    }

    internal static void Skip(BinaryReader reader) => reader.ReadBytes(ReadHeader(reader).Size);

    private static (torch.ScalarType Type, long[] Shape, int Size) ReadHeader(BinaryReader reader)
    {
        var type = (torch.ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        long elements = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.Decode();
            elements *= shape[i];
        }

        return (type, shape, checked((int)(elements * ElementSize(type))));
    }

    private static int ElementSize(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        _ => 8,
    };
}
