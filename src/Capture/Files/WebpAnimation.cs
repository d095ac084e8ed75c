using System.Runtime.InteropServices;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>libwebp's decoder of animations: whole pictures, one after the other.</summary>
internal sealed partial class WebpAnimation : SafeHandle
{
    private const int Version = 0x0107; // WEBP_DEMUX_ABI_VERSION
    private const int Rgba = 1; // MODE_RGBA

    private GCHandle _bytes;

    /// <summary>For the marshaller.</summary>
    public WebpAnimation()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Reads a file.</summary>
    /// <exception cref="MediaUnreadableException">It is damaged.</exception>
    /// <exception cref="BackendUnavailableException">libwebpdemux is not installed.</exception>
    public static WebpAnimation Open(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        GCHandle bytes = GCHandle.Alloc(file, GCHandleType.Pinned);
        try
        {
            var options = new Options { Colors = Rgba };
            WebpAnimation animation = New(new Data { Bytes = bytes.AddrOfPinnedObject(), Size = (nuint)file.Length }, options, Version);
            if (animation.IsInvalid) throw new MediaUnreadableException(path, "it is damaged, libwebp can't decode it");
            animation._bytes = bytes;
            return animation;
        }
        catch (DllNotFoundException e)
        {
            bytes.Free();
            throw new BackendUnavailableException("libwebpdemux", "it is not installed", "Install it with: apt-get install libwebpdemux2", e);
        }
        catch (MediaUnreadableException)
        {
            bytes.Free();
            throw;
        }
    }

    /// <summary>Decodes the next picture.</summary>
    /// <param name="size">Size of all pictures.</param>
    /// <param name="pixels">Red, green, blue, alpha; valid until the next call.</param>
    /// <returns>False at the end, and where the file is damaged.</returns>
    public unsafe bool TryNext(FrameFormat size, out ReadOnlySpan<byte> pixels)
    {
        pixels = default;
        if (HasMore(this) == 0 || Next(this, out nint picture, out _) == 0) return false;
        pixels = new ReadOnlySpan<byte>((void*)picture, size.Width * size.Height * 4);
        return true;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Delete(handle);
        if (_bytes.IsAllocated) _bytes.Free();
        return true;
    }

    [LibraryImport("libwebpdemux.so.2", EntryPoint = "WebPAnimDecoderNewInternal")]
    private static partial WebpAnimation New(in Data file, in Options options, int version);

    [LibraryImport("libwebpdemux.so.2", EntryPoint = "WebPAnimDecoderHasMoreFrames")]
    private static partial int HasMore(WebpAnimation animation);

    [LibraryImport("libwebpdemux.so.2", EntryPoint = "WebPAnimDecoderGetNext")]
    private static partial int Next(WebpAnimation animation, out nint picture, out int end);

    [LibraryImport("libwebpdemux.so.2", EntryPoint = "WebPAnimDecoderDelete")]
    private static partial void Delete(nint animation);

    private struct Data
    {
        public nint Bytes;
        public nuint Size;
    }

    private unsafe struct Options
    {
        public int Colors, UsesThreads;
        public fixed uint Padding[7];
    }
}
