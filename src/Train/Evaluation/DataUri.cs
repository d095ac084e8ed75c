using LiveStyle.Frames;
using OpenCvSharp;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>A picture inside the text of a page.</summary>
internal static class DataUri
{
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    /// <param name="exact">True: PNG, for pixels that are to be looked at; false: JPEG.</param>
    public static unsafe string Of(Tensor picture, bool exact)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor bytes = (picture[0].flip(0).permute(1, 2, 0).clamp(0, 1) * 255 + 0.5).to_type(ScalarType.Byte).contiguous();
        using Mat mat = new((int)bytes.shape[0], (int)bytes.shape[1], MatType.CV_8UC3);
        bytes.data<byte>().ToArray().CopyTo(new Span<byte>(mat.DataPointer, mat.Rows * mat.Cols * FrameFormat.BytesPerPixel));
        Cv2.ImEncode(exact ? ".png" : ".jpg", mat, out byte[] file);
        return $"data:image/{(exact ? "png" : "jpeg")};base64,{Convert.ToBase64String(file)}";
    }
}
