using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LiveStyle.Train.Tests;

/// <summary>Writes a loss network of VGG's form with few channels and random weights: enough for a style to be learnt against it.</summary>
internal static class TinyLossNetwork
{
    public static string Write(string folder)
    {
        Random random = new(5);
        (string Name, long[] Shape)[] tensors =
        [
            ("conv0.weight", [3, 3, 1, 1]), ("conv0.bias", [3]), ("conv1_1.weight", [8, 3, 3, 3]), ("conv1_1.bias", [8]),
            ("conv1_2.weight", [8, 8, 3, 3]), ("conv1_2.bias", [8]), ("conv2_1.weight", [12, 8, 3, 3]), ("conv2_1.bias", [12]),
        ];
        using MemoryStream data = new();
        Dictionary<string, object> header = [];
        foreach ((string name, long[] shape) in tensors)
        {
            long start = data.Position;
            double fanIn = shape.Skip(1).Aggregate(1L, (product, size) => product * size);
            float[] numbers = new float[shape.Aggregate(1L, (product, size) => product * size)];
            for (int index = 0; index < numbers.Length; index++)
                numbers[index] = name.StartsWith("conv0", StringComparison.Ordinal)
                    ? shape.Length == 4 && index % 4 == 0 ? 1 : 0
                    : (float)((random.NextDouble() - 0.5) * 3 / Math.Sqrt(fanIn));
            data.Write(MemoryMarshal.AsBytes<float>(numbers));
            header[name] = new { dtype = "F32", shape, data_offsets = new[] { start, data.Position } };
        }
        return Write(Path.Combine(folder, "tiny.safetensors"), JsonSerializer.SerializeToUtf8Bytes(header), data.ToArray());
    }

    public static string Write(string path, byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        File.WriteAllBytes(path, [.. length, .. header, .. data]);
        return path;
    }
}
