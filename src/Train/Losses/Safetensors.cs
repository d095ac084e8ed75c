using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using LiveStyle.Frames;
using Microsoft.Win32.SafeHandles;
using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>Weights in the safetensors form: eight bytes of header length, a JSON header, raw little-endian numbers.</summary>
public static class Safetensors
{
    private const int MaxHeader = 16 << 20;
    private const string Metadata = "__metadata__";

    /// <param name="path">The file.</param>
    /// <param name="wanted">Names to read; by default all. What is not wanted costs no memory and may be of any type.</param>
    /// <returns>Name to float32 tensor, owned by the caller.</returns>
    /// <exception cref="ModelInvalidException">Missing, not of this form, or with other numbers than float32.</exception>
    public static Dictionary<string, Tensor> Load(string path, Func<string, bool>? wanted = null)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path);
            using JsonDocument header = ReadHeader(path, file, out long data);
            return ReadTensors(path, header.RootElement.EnumerateObject().Where(entry => entry.Name != Metadata && wanted?.Invoke(entry.Name) != false), file, data);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelInvalidException(path, "the file can't be read: " + problem.Message.TrimEnd('.'), null, problem);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Invalid(path, "its header is damaged", problem);
        }
    }

    /// <summary>Writes float32 tensors in the order of their names; the file gets its name when it is complete.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="tensors">Borrowed.</param>
    /// <param name="metadata">Texts that travel with the weights: source, licence.</param>
    /// <exception cref="MediaUnwritableException">The disk is full, or the folder can't be written.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        (string Name, float[] Numbers, long[] Shape)[] entries =
            [.. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, Numbers(pair.Value), pair.Value.shape))];
        byte[] header = Header(entries, metadata);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        PendingFile.Write(path, file =>
        {
            file.Write(length);
            file.Write(header);
            foreach ((_, float[] numbers, _) in entries) file.Write(MemoryMarshal.AsBytes<float>(numbers));
        });
    }

    private static float[] Numbers(Tensor tensor)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        return tensor.detach().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    private static byte[] Header((string Name, float[] Numbers, long[] Shape)[] entries, IReadOnlyDictionary<string, string>? metadata)
    {
        Dictionary<string, object> header = [];
        if (metadata is not null) header[Metadata] = metadata;
        long start = 0;
        foreach ((string name, float[] numbers, long[] shape) in entries)
        {
            long end = start + (4L * numbers.Length);
            header[name] = new Dictionary<string, object> { ["dtype"] = "F32", ["shape"] = shape, ["data_offsets"] = new[] { start, end } };
            start = end;
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header);
        return [.. json, .. Enumerable.Repeat((byte)' ', -json.Length & 7)]; // numbers begin at a multiple of eight, as readers that map the file like it
    }

    private static JsonDocument ReadHeader(string path, SafeFileHandle file, out long data)
    {
        byte[] first = new byte[8];
        bool complete = RandomAccess.Read(file, first, 0) == first.Length;
        long length = complete ? BinaryPrimitives.ReadInt64LittleEndian(first) : -1;
        if (length is < 2 or > MaxHeader || length > RandomAccess.GetLength(file) - 8) throw Invalid(path, "it does not begin as a safetensors file does");
        byte[] header = new byte[length];
        ReadAll(file, header, 8);
        data = 8 + length;
        return JsonDocument.Parse(header);
    }

    private static Dictionary<string, Tensor> ReadTensors(string path, IEnumerable<JsonProperty> entries, SafeFileHandle file, long data)
    {
        Dictionary<string, Tensor> tensors = [];
        try
        {
            foreach (JsonProperty entry in entries) tensors.Add(entry.Name, ReadTensor(path, entry, file, data));
            return tensors;
        }
        catch
        {
            foreach (Tensor tensor in tensors.Values) tensor.Dispose();
            throw;
        }
    }

    private static Tensor ReadTensor(string path, JsonProperty entry, SafeFileHandle file, long data)
    {
        string type = entry.Value.GetProperty("dtype").GetString() ?? "";
        if (type != "F32") throw Invalid(path, $"'{entry.Name}' holds {type}; only F32 is read");
        long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] range = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        long bytes = shape.Aggregate(4L, (product, size) => product * size);
        if (range.Length != 2 || range[0] < 0 || range[1] > RandomAccess.GetLength(file) - data || range[1] - range[0] != bytes)
            throw Invalid(path, $"'{entry.Name}' lies outside the file: the download may be incomplete");
        float[] numbers = new float[bytes / 4];
        ReadAll(file, MemoryMarshal.AsBytes(numbers.AsSpan()), data + range[0]);
        return tensor(numbers, shape);
    }

    private static void ReadAll(SafeFileHandle file, Span<byte> target, long offset)
    {
        while (target.Length > 0)
        {
            int read = RandomAccess.Read(file, target, offset);
            if (read == 0) throw new EndOfStreamException("the file became shorter while it was read");
            target = target[read..];
            offset += read;
        }
    }

    private static ModelInvalidException Invalid(string path, string reason, Exception? inner = null) =>
        new(path, reason, "A loss network is a .safetensors file with VGG weights.", inner);
}
