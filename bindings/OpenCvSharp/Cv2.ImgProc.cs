using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <content>Image processing and motion.</content>
public static partial class Cv2
{
    public static void Resize(
        InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0,
        InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        NativeMethods.Check(NativeMethods.Resize(In(src), Out(dst), dsize.Width, dsize.Height, fx, fy, (int)interpolation));

    public static void CvtColor(InputArray src, OutputArray dst, ColorConversionCodes code, int dstCn = 0) =>
        NativeMethods.Check(NativeMethods.CvtColor(In(src), Out(dst), (int)code, dstCn));

    public static void GaussianBlur(
        InputArray src, OutputArray dst, Size ksize, double sigmaX, double sigmaY = 0, BorderTypes borderType = BorderTypes.Default) =>
        NativeMethods.Check(
            NativeMethods.GaussianBlur(In(src), Out(dst), ksize.Width, ksize.Height, sigmaX, sigmaY, (int)borderType));

    /// <summary>dst(x, y) = src(map1(x, y), map2(x, y)); map2 is empty where map1 holds both.</summary>
    public static void Remap(
        InputArray src, OutputArray dst, InputArray map1, InputArray map2, InterpolationFlags interpolation = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant, Scalar? borderValue = null) =>
        NativeMethods.Check(NativeMethods.Remap(
            In(src), Out(dst), In(map1), In(map2), (int)interpolation, (int)borderMode, borderValue ?? new Scalar()));

    public static void CopyMakeBorder(
        InputArray src, OutputArray dst, int top, int bottom, int left, int right, BorderTypes borderType, Scalar? value = null) =>
        NativeMethods.Check(NativeMethods.CopyMakeBorder(
            In(src), Out(dst), top, bottom, left, right, (int)borderType, value ?? new Scalar()));

    /// <summary>Writes text whose baseline begins at <paramref name="org"/>; letters beyond ASCII become question marks.</summary>
    public static void PutText(
        InputOutputArray img, string text, Point org, HersheyFonts fontFace, double fontScale, Scalar color, int thickness = 1,
        LineTypes lineType = LineTypes.Link8, bool bottomLeftOrigin = false) =>
        NativeMethods.Check(NativeMethods.PutText(
            Out(img), text, org.X, org.Y, (int)fontFace, fontScale, color, thickness, (int)lineType, bottomLeftOrigin ? 1 : 0));

    /// <summary>Dense motion from <paramref name="prev"/> to <paramref name="next"/>, both 8-bit grey: float32 (x, y) a pixel.</summary>
    public static void CalcOpticalFlowFarneback(
        InputArray prev, InputArray next, InputOutputArray flow, double pyrScale, int levels, int winsize, int iterations, int polyN,
        double polySigma, OpticalFlowFlags flags) =>
        NativeMethods.Check(NativeMethods.Farneback(
            In(prev), In(next), Out(flow), pyrScale, levels, winsize, iterations, polyN, polySigma, (int)flags));
}
