using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveStyle.Frames;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Reads weights in the safetensors form: eight bytes of header length, a JSON header, raw little-endian numbers.</summary>
internal static class Safetensors
{
    private const int MaxHeader = 16 << 20;

    /// <returns>Name to float32 tensor, owned by the caller.</returns>
    /// <exception cref="ModelInvalidException">Missing, not of this form, or with other numbers than float32.</exception>
    public static Dictionary<string, Tensor> Load(string path)
    {
        try
        {
            byte[] file = File.ReadAllBytes(path);
            long length = file.Length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(file);
            if (length is < 2 or > MaxHeader || length > file.Length - 8) throw Invalid(path, "it does not begin as a safetensors file does");
            using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, (int)length));
            ReadOnlyMemory<byte> data = file.AsMemory(8 + (int)length);
            return header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__")
                .ToDictionary(entry => entry.Name, entry => ReadTensor(path, entry, data));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, "the file can't be read: " + problem.Message.TrimEnd('.'), null, problem);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Invalid(path, "its header is damaged", problem);
        }
    }

    /// <summary>Writes float32 tensors, in the order of their names, beside <paramref name="path"/> first and renamed when complete.</summary>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> weights)
    {
        JsonObject header = [];
        using MemoryStream data = new();
        foreach ((string name, Tensor weight) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            using Tensor plain = weight.detach().contiguous();
            long begin = data.Position;
            data.Write(MemoryMarshal.AsBytes<float>(plain.data<float>().ToArray()));
            header[name] = new JsonObject
            {
                ["dtype"] = "F32",
                ["shape"] = new JsonArray([.. plain.shape.Select(size => JsonValue.Create(size))]),
                ["data_offsets"] = new JsonArray(begin, data.Position),
            };
        }
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        File.WriteAllBytes(path + ".partial", [.. length, .. json, .. data.ToArray()]);
        File.Move(path + ".partial", path, overwrite: true);
    }

    private static Tensor ReadTensor(string path, JsonProperty entry, ReadOnlyMemory<byte> data)
    {
        string type = entry.Value.GetProperty("dtype").GetString() ?? "";
        if (type != "F32") throw Invalid(path, $"'{entry.Name}' holds {type}; only F32 is read");
        long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] range = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        long bytes = shape.Aggregate(4L, (product, size) => product * size);
        if (range.Length != 2 || range[0] < 0 || range[1] > data.Length || range[1] - range[0] != bytes)
            throw Invalid(path, $"'{entry.Name}' lies outside the file: the download may be incomplete");
        float[] numbers = MemoryMarshal.Cast<byte, float>(data.Span[(int)range[0]..(int)range[1]]).ToArray();
        return tensor(numbers, shape);
    }

    private static ModelInvalidException Invalid(string path, string reason, Exception? inner = null) =>
        new(path, reason, "A loss network is a .safetensors file with VGG weights.", inner);
}
