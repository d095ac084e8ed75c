using System.Runtime.InteropServices;
using LiveStyle.Frames;

namespace LiveStyle.Web;

/// <summary>Makes JPEGs of frames with libjpeg-turbo, again and again into the same memory. For one thread at a time.</summary>
internal sealed partial class JpegEncoder : IDisposable
{
    private const string Library = "libturbojpeg.so.0";
    private const int Bgr = 1, Subsampling420 = 2, NoReallocation = 1024; // TJPF_BGR, TJSAMP_420, TJFLAG_NOREALLOC of turbojpeg.h

    private readonly int _quality;
    private readonly CompressorHandle _compressor;
    private byte[] _jpeg = [];

    /// <param name="quality">1..100.</param>
    /// <exception cref="BackendUnavailableException">The library is missing.</exception>
    public JpegEncoder(int quality)
    {
        _quality = quality;
        try
        {
            _compressor = InitCompress();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new BackendUnavailableException(
                "libjpeg-turbo", $"{Library} can't be loaded", "Install it with: apt-get install libturbojpeg0", e);
        }

        if (_compressor.IsInvalid) throw new BackendUnavailableException("libjpeg-turbo", "it has no memory for a compressor");
    }

    /// <summary>Encodes <paramref name="picture"/>, which is borrowed, with colour at half the resolution.</summary>
    /// <returns>The JPEG, valid until the next call.</returns>
    /// <exception cref="BackendUnavailableException">The library refused: a side longer than 65,500 pixels.</exception>
    public ReadOnlySpan<byte> Encode(FrameView picture)
    {
        FrameFormat format = picture.Format;
        int worst = checked((int)BufferSize(format.Width, format.Height, Subsampling420));
        if (_jpeg.Length < worst) _jpeg = GC.AllocateUninitializedArray<byte>(worst);
        nuint length = (nuint)_jpeg.Length;
        int failed = Compress(
            _compressor, picture.Pixels, format.Width, format.Stride, format.Height, Bgr, _jpeg, ref length, Subsampling420, _quality, NoReallocation);
        if (failed != 0) throw new BackendUnavailableException("libjpeg-turbo", Reason());
        return _jpeg.AsSpan(0, (int)length);
    }

    public void Dispose() => _compressor.Dispose();

    private string Reason() => Marshal.PtrToStringUTF8(ErrorText(_compressor))?.TrimEnd('.') ?? "it does not say why";

    private static unsafe int Compress(
        CompressorHandle compressor, ReadOnlySpan<byte> pixels, int width, int stride, int height, int pixelFormat, Span<byte> jpeg,
        ref nuint length, int subsampling, int quality, int flags)
    {
        fixed (byte* source = pixels, destination = jpeg)
        {
            byte* buffer = destination;
            return Compress2(compressor, source, width, stride, height, pixelFormat, ref buffer, ref length, subsampling, quality, flags);
        }
    }

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    private static partial CompressorHandle InitCompress();

    [LibraryImport(Library, EntryPoint = "tjBufSize")]
    private static partial nuint BufferSize(int width, int height, int subsampling); // C unsigned long: a word, as nuint

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    private static unsafe partial int Compress2(
        CompressorHandle compressor, byte* pixels, int width, int stride, int height, int pixelFormat, ref byte* jpeg, ref nuint length,
        int subsampling, int quality, int flags);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint ErrorText(CompressorHandle compressor);

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint compressor);

    private sealed class CompressorHandle() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => Destroy(handle) == 0;
    }
}
