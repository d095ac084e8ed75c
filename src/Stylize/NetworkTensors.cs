using LiveStyle.Stylize.Devices;
using LiveStyle.Frames;
using LiveStyle.Stylize.Kernels;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize;

/// <summary>A network's input and output for one picture size, allocated once and bound to it.</summary>
internal sealed class NetworkTensors : IDisposable
{
    private readonly InferenceSession _session;
    private readonly NetworkManifest _network;
    private readonly float[] _input, _output;
    private readonly OrtValue _inputValue, _outputValue;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _run = new();

    /// <summary>Tensors for pictures of <paramref name="shape"/>, whose sides are multiples of what the network takes.</summary>
    public NetworkTensors(InferenceSession session, NetworkManifest network, TensorShape shape)
    {
        (_session, _network, Shape) = (session, network, shape);
        long[] dimensions = network.Layout == TensorLayout.Cells4
            ? [1, 48, shape.Height / 4, shape.Width / 4]
            : [1, 3, shape.Height, shape.Width];
        _input = GC.AllocateArray<float>(shape.Length, pinned: true);
        _output = GC.AllocateArray<float>(shape.Length, pinned: true);
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, dimensions);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, dimensions);
        _binding = session.CreateIoBinding();
        _binding.BindInput(session.InputNames[0], _inputValue);
        _binding.BindOutput(session.OutputNames[0], _outputValue);
    }

    /// <summary>The picture that the tensors hold.</summary>
    public TensorShape Shape { get; }

    /// <summary>Float32 in the network's layout, as it takes it.</summary>
    public Span<float> Input => _input;

    /// <summary>Float32 in the network's layout, as it gave it: values outside its range are possible.</summary>
    public ReadOnlySpan<float> Output => _output;

    /// <summary>Runs the network on <see cref="Input"/>. Allocates nothing.</summary>
    /// <exception cref="ModelInvalidException">The network fails on a picture of this size.</exception>
    public void Run()
    {
        try
        {
            _session.RunWithBinding(_run, _binding);
        }
        catch (Exception e) when (OrtLibrary.IsFailure(e))
        {
            throw new ModelInvalidException(_network.File, $"it fails on a picture of {Shape.Width}x{Shape.Height}: {OrtLibrary.Reason(e)}", inner: e);
        }
    }

    /// <summary>Frees the tensors, not the network.</summary>
    public void Dispose()
    {
        _binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
        _run.Dispose();
    }
}
