using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>A matrix of pixels or numbers (cv::Mat). Element (row, column) comes first by row; 8-bit colour is blue, green, red.</summary>
public partial class Mat : DisposableObject
{
    public Mat() : this(Made(NativeMethods.MatNew(out MatHandle mat), mat))
    {
    }

    /// <summary>Allocates; the elements are not cleared.</summary>
    public Mat(int rows, int cols, MatType type) : this(Made(NativeMethods.MatNew(rows, cols, type, out MatHandle mat), mat))
    {
    }

    /// <summary>Allocates; the elements are not cleared.</summary>
    public Mat(Size size, MatType type) : this(size.Height, size.Width, type)
    {
    }

    /// <summary>Allocates and fills.</summary>
    public Mat(int rows, int cols, MatType type, Scalar s) : this(Made(NativeMethods.MatNew(rows, cols, type, s, out MatHandle mat), mat))
    {
    }

    /// <summary>Allocates and fills.</summary>
    public Mat(Size size, MatType type, Scalar s) : this(size.Height, size.Width, type, s)
    {
    }

    /// <summary>A header over the caller's memory, without a copy. The memory must stay in place for as long as the matrix lives.</summary>
    /// <param name="rows">Rows of <paramref name="data"/>.</param>
    /// <param name="cols">Elements a row.</param>
    /// <param name="type">Element type.</param>
    /// <param name="data">First byte of the first row.</param>
    /// <param name="step">Bytes from one row to the next; 0: rows follow each other without padding.</param>
    /// <remarks>OpenCvSharp 4.6 has it; since 4.10 it is an [Obsolete] error in favour of FromPixelData, which 4.6 lacks. So src/
    /// copies pixels through <see cref="DataPointer"/> instead.</remarks>
    public Mat(int rows, int cols, MatType type, IntPtr data, long step = 0)
        : this(Made(NativeMethods.MatNew(rows, cols, type, data, (nint)step, out MatHandle mat), mat))
    {
    }

    /// <summary>A header over a part of <paramref name="m"/>; the pixels are shared.</summary>
    public Mat(Mat m, Rect roi) : this(Made(NativeMethods.MatNew(Checked(m), roi, out MatHandle mat), mat))
    {
    }

    internal Mat(MatHandle handle) => Handle = handle;

    internal MatHandle Handle { get; }

    /// <summary>A second header over a part of the same pixels. The caller owns the header.</summary>
    public Mat this[Rect roi] => SubMat(roi);

    /// <summary>A second header over a part of the same pixels. The caller owns the header.</summary>
    public Mat SubMat(Rect roi) => new(this, roi);

    /// <summary>A copy with memory of its own. The caller owns it.</summary>
    public Mat Clone()
    {
        var copy = new Mat();
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies into <paramref name="m"/>, which is reallocated if its size or type differs.</summary>
    public void CopyTo(Mat m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        NativeMethods.Check(NativeMethods.MatCopyTo(Alive, m.Alive, mask?.Mat.Alive.DangerousGetHandle() ?? 0));
        GC.KeepAlive(mask?.Mat);
    }

    /// <summary>Each element times <paramref name="alpha"/> plus <paramref name="beta"/>, rounded and saturated to the new depth.</summary>
    public void ConvertTo(OutputArray m, MatType rtype, double alpha = 1, double beta = 0)
    {
        ArgumentNullException.ThrowIfNull(m);
        NativeMethods.Check(NativeMethods.MatConvertTo(Alive, m.Mat.Alive, rtype, alpha, beta));
    }

    /// <summary>Sets every element, or those where <paramref name="mask"/> is not 0.</summary>
    public Mat SetTo(Scalar value, Mat? mask = null)
    {
        NativeMethods.Check(NativeMethods.MatSetTo(Alive, value, mask?.Alive.DangerousGetHandle() ?? 0));
        GC.KeepAlive(mask);
        return this;
    }

    /// <summary>The same elements with another number of channels or rows, shared and not copied. The caller owns the header.</summary>
    public Mat Reshape(int cn, int rows = 0) => new(Made(NativeMethods.MatReshape(Alive, cn, rows, out MatHandle mat), mat));

    /// <summary>Allocates, unless size and type are already these.</summary>
    public void Create(int rows, int cols, MatType type) => NativeMethods.Check(NativeMethods.MatCreate(Alive, rows, cols, type));

    public void Release() => Dispose();

    protected override void Dispose(bool disposing)
    {
        Handle.Dispose();
        base.Dispose(disposing);
    }

    /// <exception cref="ObjectDisposedException">The matrix is gone.</exception>
    internal MatHandle Alive
    {
        get
        {
            ThrowIfDisposed();
            return Handle;
        }
    }

    private static MatHandle Checked(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return mat.Alive;
    }

    private static MatHandle Made(int result, MatHandle handle)
    {
        NativeMethods.Check(result);
        return handle;
    }
}
