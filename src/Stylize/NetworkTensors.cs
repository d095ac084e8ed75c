using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
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
    private readonly bool _copiesInput;

    /// <summary>Tensors for pictures of <paramref name="shape"/>, whose sides are multiples of what the network takes.</summary>
    public NetworkTensors(InferenceSession session, ExecutionDevice device, NetworkManifest network, TensorShape shape)
    {
        (_session, _network, Shape) = (session, network, shape);
        _copiesInput = device != ExecutionDevice.Cpu;
        long[] dimensions = network.Layout == TensorLayout.Cells4
            ? [1, 48, shape.Height / 4, shape.Width / 4]
            : [1, 3, shape.Height, shape.Width];
        _input = GC.AllocateArray<float>(shape.Length, pinned: true);
        _output = GC.AllocateArray<float>(shape.Length, pinned: true);
        _inputValue = OrtValue.CreateTensorValueFromMemory(_input, dimensions);
        _outputValue = OrtValue.CreateTensorValueFromMemory(_output, dimensions);
        _binding = session.CreateIoBinding();
        if (!_copiesInput) _binding.BindInput(session.InputNames[0], _inputValue);
        _binding.BindOutput(session.OutputNames[0], _outputValue);
    }

    /// <summary>Runs the network once on a small picture: many reasons why it can't be used show only then.</summary>
    /// <exception cref="ModelInvalidException">It fails, or gives a picture of another size than it takes.</exception>
    public static void Try(InferenceSession session, ExecutionDevice device, NetworkManifest network)
    {
        int side = network.Multiple * (1 + (63 / network.Multiple));
        using NetworkTensors tensors = new(session, device, network, new TensorShape(side, side, network.Colors));
        tensors.Run();
    }

    /// <summary>The picture that the tensors hold.</summary>
    public TensorShape Shape { get; }

    /// <summary>Float32 in the network's layout, as it takes it.</summary>
    public Span<float> Input => _input;

    /// <summary>Float32 in the network's layout, as it gave it: values outside its range are possible.</summary>
    public ReadOnlySpan<float> Output => _output;

    /// <summary>Runs the network on <see cref="Input"/>. Allocates nothing on the CPU, a few bytes for other devices.</summary>
    /// <exception cref="ModelInvalidException">The network fails on a picture of this size.</exception>
    public void Run()
    {
        try
        {
            // For a device with memory of its own, it is the binding that copies the input there, not the run.
            if (_copiesInput) _binding.BindInput(_session.InputNames[0], _inputValue);
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
