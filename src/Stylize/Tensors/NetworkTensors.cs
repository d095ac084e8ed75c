using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Kernels;
using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Tensors;

/// <summary>A network's input and output for one picture size, allocated once and bound to it.</summary>
internal abstract class NetworkTensors : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _file;
    private readonly List<(string Name, OrtValue Value)> _inputs = [], _outputs = [];
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _run = new();
    private readonly bool _copiesInput;

    /// <summary>Binds nothing yet; borrows the session.</summary>
    protected NetworkTensors(InferenceSession session, ExecutionDevice device, NetworkManifest network, TensorShape shape)
    {
        (_session, _file, Shape) = (session, network.File, shape);
        _copiesInput = device != ExecutionDevice.Cpu;
        _binding = session.CreateIoBinding();
    }

    /// <summary>The picture that the tensors hold.</summary>
    public TensorShape Shape { get; }

    /// <summary>What a byte of the next picture becomes. To be set before <see cref="Pack"/>.</summary>
    public abstract Affine Affine { set; }

    /// <summary>Tensors for pictures of <paramref name="shape"/>, whose sides are multiples of what the network takes.</summary>
    public static NetworkTensors For(
        InferenceSession session, ExecutionDevice device, NetworkManifest network, PictureForm picture, TensorShape shape) =>
        network.Precision == NetworkPrecision.Int8
            ? new ByteTensors(session, device, network, shape)
            : new FloatTensors(session, device, network, picture, shape);

    /// <summary>Runs the network once on a small picture: many reasons why it can't be used show only then.</summary>
    /// <exception cref="ModelInvalidException">It fails, or gives a picture of another size than it takes.</exception>
    public static void Try(InferenceSession session, ExecutionDevice device, NetworkManifest network, PictureForm picture)
    {
        int side = picture.Multiple * (1 + (63 / picture.Multiple));
        using NetworkTensors tensors = For(session, device, network, picture, new TensorShape(side, side, picture.Colors));
        tensors.Affine = new Affine(picture.Range / 255, 0);
        tensors.Run();
    }

    /// <summary>Puts a row of the picture into the input.</summary>
    /// <param name="row">Packed BGR, as wide as <see cref="Shape"/>.</param>
    /// <param name="y">Which row.</param>
    public abstract void Pack(ReadOnlySpan<byte> row, int y);

    /// <summary>Takes a row of the picture out of the output.</summary>
    /// <param name="y">Which row.</param>
    /// <param name="row">Packed BGR, as wide as <see cref="Shape"/>, written.</param>
    public abstract void Unpack(int y, Span<byte> row);

    /// <summary>Runs the network on what was packed. Allocates nothing on the CPU, a few bytes for other devices.</summary>
    /// <exception cref="ModelInvalidException">The network fails on a picture of this size.</exception>
    public void Run()
    {
        try
        {
            // For a device with memory of its own, it is the binding that copies the input there, not the run.
            if (_copiesInput) foreach ((string name, OrtValue value) in _inputs) _binding.BindInput(name, value);
            _session.RunWithBinding(_run, _binding);
        }
        catch (Exception e) when (OrtLibrary.IsFailure(e))
        {
            throw new ModelInvalidException(_file, $"it fails on a picture of {Shape.Width}x{Shape.Height}: {OrtLibrary.Reason(e)}", inner: e);
        }
    }

    /// <summary>Frees the tensors, not the network.</summary>
    public void Dispose()
    {
        _binding.Dispose();
        foreach ((_, OrtValue value) in _inputs.Concat(_outputs)) value.Dispose();
        _run.Dispose();
    }

    /// <summary>Takes memory for an input and binds it.</summary>
    protected T[] Input<T>(string name, params long[] dimensions) where T : unmanaged
    {
        T[] memory = Bound<T>(_inputs, name, dimensions);
        if (!_copiesInput) _binding.BindInput(name, _inputs[^1].Value);
        return memory;
    }

    /// <summary>Takes memory for the output and binds it.</summary>
    protected T[] Output<T>(params long[] dimensions) where T : unmanaged
    {
        T[] memory = Bound<T>(_outputs, _session.OutputNames[0], dimensions);
        _binding.BindOutput(_session.OutputNames[0], _outputs[^1].Value);
        return memory;
    }

    private static T[] Bound<T>(List<(string Name, OrtValue Value)> values, string name, long[] dimensions) where T : unmanaged
    {
        T[] memory = GC.AllocateArray<T>(checked((int)dimensions.Aggregate(1L, (product, side) => product * side)), pinned: true);
        values.Add((name, OrtValue.CreateTensorValueFromMemory(memory, dimensions)));
        return memory;
    }
}
