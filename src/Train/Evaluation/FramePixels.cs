using LiveStyle.Frames;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>Tensors to the bytes of a frame and back.</summary>
public static class FramePixels
{
    /// <summary>Rounds a picture into a frame of its size.</summary>
    /// <param name="picture">Float32 [1, 3, H, W], RGB, 0..1; clamped.</param>
    /// <param name="frame">Gets packed BGR.</param>
    public static void Write(Tensor picture, Frame frame)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor bytes = (picture.detach()[0].flip(0).permute(1, 2, 0).clamp(0, 1) * 255 + 0.5).to_type(ScalarType.Byte).contiguous();
        bytes.data<byte>().ToArray().CopyTo(frame.Memory.Span);
    }

    /// <summary>A frame as a tensor.</summary>
    /// <returns>Float32 [1, 3, H, W], RGB, 0..1, owned by the caller's dispose scope.</returns>
    public static Tensor Read(Frame frame)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor bytes = tensor(frame.Memory.ToArray(), [frame.Format.Height, frame.Format.Width, 3]);
        Tensor planes = bytes.permute(2, 0, 1).flip(0).to_type(ScalarType.Float32) / 255;
        return planes.unsqueeze(0).contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The nearest picture of eight bits.</summary>
    /// <param name="picture">Float32, any shape, 0..1; clamped.</param>
    public static Tensor Rounded(Tensor picture) => (picture.clamp(0, 1) * 255).round() / 255;
}
