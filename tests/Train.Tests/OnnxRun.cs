using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace LiveStyle.Train.Tests;

/// <summary>Runs an exported network as the product will: in ONNX Runtime.</summary>
internal static class OnnxRun
{
    public static Tensor Paint(string file, Tensor cells) => Paint(File.ReadAllBytes(file), cells);

    public static Tensor Paint(byte[] onnx, Tensor cells)
    {
        using InferenceSession session = new(onnx);
        DenseTensor<float> input = new(cells.data<float>().ToArray(), [.. cells.shape.Select(size => (int)size)]);
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> output = session.Run([NamedOnnxValue.CreateFromTensor("cells", input)]);
        return tensor(output[0].AsTensor<float>().ToArray(), cells.shape);
    }
}
