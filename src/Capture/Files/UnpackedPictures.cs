using System.Buffers.Binary;
using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>Raw pictures for an ffmpeg, in one file that has no name any more: whatever ends this process, even SIGKILL, nothing is left of it.</summary>
/// <remarks>ffmpeg opens it by way of this process's list of open files, a stretch of it for each picture, as BMP with alpha (BITMAPV4HEADER).</remarks>
internal sealed class UnpackedPictures : IDisposable
{
    private const int FileHeaderBytes = 14, InfoHeaderBytes = 108, HeaderBytes = FileHeaderBytes + InfoHeaderBytes, BitFields = 3;

    private readonly FileStream _file;
    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly List<string> _names = [];

    /// <param name="size">Of all pictures.</param>
    /// <exception cref="IOException">There is no space for temporary files.</exception>
    public UnpackedPictures(FrameFormat size)
    {
        int bytes = size.Width * size.Height * 4;
        "BM"u8.CopyTo(_header);
        Put(2, HeaderBytes + bytes);
        Put(10, HeaderBytes);
        Put(14, InfoHeaderBytes);
        Put(18, size.Width);
        Put(22, -size.Height); // top row first
        Put(26, 1 | (32 << 16)); // one plane, 32 bits
        Put(30, BitFields);
        Put(34, bytes);
        for (int color = 0; color < 4; color++) Put(54 + (4 * color), 0xFF << (8 * color)); // red, green, blue, alpha
        string path = Path.Combine(Path.GetTempPath(), $"livestyle-{Guid.NewGuid():N}");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        File.Delete(path);
    }

    /// <summary>What ffmpeg calls each picture.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>True for such a name.</summary>
    public static bool IsName(string name) => name.StartsWith("subfile,", StringComparison.Ordinal);

    /// <summary>Takes a picture.</summary>
    /// <param name="pixels">Red, green, blue, alpha; top row first.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(ReadOnlySpan<byte> pixels)
    {
        long start = _file.Position;
        _file.Write(_header);
        _file.Write(pixels);
        _names.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"subfile,,start,{start},end,{_file.Position},,:/proc/{Environment.ProcessId}/fd/{_file.SafeFileHandle.DangerousGetHandle()}"));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(at), value);
}
