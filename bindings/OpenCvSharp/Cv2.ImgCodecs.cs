using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <content>Picture files.</content>
public static partial class Cv2
{
    /// <summary>Decodes a file. The caller owns the matrix, which is empty if the file can't be read.</summary>
    public static Mat ImRead(string fileName, ImreadModes flags = ImreadModes.Color)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        NativeMethods.Check(NativeMethods.ImRead(fileName, (int)flags, out MatHandle image));
        return new Mat(image);
    }

    /// <summary>Encodes to a file whose name decides the format.</summary>
    /// <param name="fileName">Path with an extension that OpenCV knows.</param>
    /// <param name="img">8-bit or 16-bit picture.</param>
    /// <param name="prms">Pairs of <see cref="ImwriteFlags"/> and values.</param>
    /// <returns>False if the file can't be written.</returns>
    public static bool ImWrite(string fileName, Mat img, int[]? prms = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentNullException.ThrowIfNull(img);
        NativeMethods.Check(NativeMethods.ImWrite(fileName, img.Alive, prms, prms?.Length ?? 0, out int ok));
        return ok != 0;
    }

    /// <summary>Decodes bytes in memory. The caller owns the matrix, which is empty if they are no picture.</summary>
    public static Mat ImDecode(byte[] buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        NativeMethods.Check(NativeMethods.ImDecode(buf, buf.Length, (int)flags, out MatHandle image));
        return new Mat(image);
    }

    /// <summary>Encodes to memory; <paramref name="ext"/>, such as ".png", decides the format.</summary>
    public static bool ImEncode(string ext, InputArray img, out byte[] buf, int[]? prms = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(ext);
        using var bytes = new Mat();
        NativeMethods.Check(NativeMethods.ImEncode(ext, In(img), prms, prms?.Length ?? 0, bytes.Alive, out int ok));
        buf = [];
        return ok != 0 && bytes.GetArray(out buf);
    }
}
