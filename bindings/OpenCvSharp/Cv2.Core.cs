using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>OpenCV's free functions, under OpenCvSharp's names.</summary>
public static partial class Cv2
{
    /// <summary>Threads that OpenCV's own loops use; 0 or 1 is none beside the caller's.</summary>
    public static void SetNumThreads(int nThreads) => NativeMethods.Check(NativeMethods.SetNumThreads(nThreads));

    public static int GetNumThreads()
    {
        NativeMethods.Check(NativeMethods.GetNumThreads(out int threads));
        return threads;
    }

    /// <summary>Per element: the absolute difference.</summary>
    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst) =>
        NativeMethods.Check(NativeMethods.Absdiff(In(src1), In(src2), Out(dst)));

    /// <summary>Each element, seen as a vector of channels, times the matrix <paramref name="m"/>.</summary>
    public static void Transform(InputArray src, OutputArray dst, InputArray m) =>
        NativeMethods.Check(NativeMethods.Transform(In(src), Out(dst), In(m)));

    /// <summary>Per channel: the mean over all elements, or over those where <paramref name="mask"/> is not 0.</summary>
    public static Scalar Mean(InputArray src, InputArray? mask = null)
    {
        NativeMethods.Check(NativeMethods.Mean(In(src), mask?.Mat.Alive.DangerousGetHandle() ?? 0, out Scalar mean));
        GC.KeepAlive(mask?.Mat);
        return mean;
    }

    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode) =>
        NativeMethods.Check(NativeMethods.Flip(In(src), Out(dst), (int)flipCode));

    public static void Rotate(InputArray src, OutputArray dst, RotateFlags rotateCode) =>
        NativeMethods.Check(NativeMethods.Rotate(In(src), Out(dst), (int)rotateCode));

    /// <summary>One single-channel matrix for each channel. The caller owns them.</summary>
    public static Mat[] Split(Mat src)
    {
        ArgumentNullException.ThrowIfNull(src);
        var planes = new Mat[src.Channels()];
        for (int i = 0; i < planes.Length; i++)
        {
            planes[i] = new Mat();
            NativeMethods.Check(NativeMethods.ExtractChannel(src.Alive, planes[i].Alive, i));
        }

        return planes;
    }

    /// <summary>The opposite of <see cref="Split"/>.</summary>
    public static void Merge(Mat[] mv, Mat dst)
    {
        ArgumentNullException.ThrowIfNull(mv);
        ArgumentNullException.ThrowIfNull(dst);
        nint[] planes = Array.ConvertAll(mv, plane => plane.Alive.DangerousGetHandle());
        NativeMethods.Check(NativeMethods.Merge(planes, planes.Length, dst.Alive));
        GC.KeepAlive(mv);
    }

    private static MatHandle In(InputArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Mat.Alive;
    }

    private static MatHandle Out(OutputArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.Mat.Alive;
    }
}
