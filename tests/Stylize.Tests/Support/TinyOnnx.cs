using System.Runtime.InteropServices;

namespace LiveStyle.Stylize.Tests.Support;

/// <summary>Small networks as ONNX files: one operator, float32 NCHW, height and width open. Field numbers are onnx.proto's.</summary>
internal sealed record TinyOnnx
{
    public const int Float = 1;
    public const int Byte = 2;

    /// <summary>Channels of input and output.</summary>
    public int Channels { get; init; } = 48;

    public int OutputChannels { get; init; } = 48;

    public int ElementType { get; init; } = Float;

    /// <summary>Open where 0.</summary>
    public int Side { get; init; }

    public bool SecondInput { get; init; }

    /// <summary>[out, in, Kernel, Kernel]; <see langword="null"/>: the network hands its input on.</summary>
    public float[]? Weights { get; init; }

    public float[]? Bias { get; init; }

    public int Kernel { get; init; } = 1;

    /// <summary>False: a kernel of 3 gives a smaller picture than it takes.</summary>
    public bool Padded { get; init; } = true;

    public byte[] ToFile()
    {
        Protobuf graph = new Protobuf().Message(1, Node()).Text(2, "tiny");
        if (Weights is not null) graph.Message(5, Tensor("w", Weights, OutputChannels, Channels, Kernel, Kernel));
        if (Bias is not null) graph.Message(5, Tensor("b", Bias, OutputChannels));
        graph.Message(11, Value("x", Channels));
        if (SecondInput) graph.Message(11, Value("x2", Channels));
        graph.Message(12, Value("y", OutputChannels));
        return new Protobuf().Number(1, 8).Message(7, graph).Message(8, new Protobuf().Text(1, "").Number(2, 17)).ToArray();
    }

    /// <summary>A convolution that hands each channel on and adds some of all others: fixed pseudo-random weights, values near 0..1.</summary>
    public static TinyOnnx Convolution(int channels, int kernel, int seed)
    {
        Random random = new(seed);
        int window = kernel * kernel;
        float reach = 1.5f / MathF.Sqrt(channels * window);
        float[] weights = [.. Enumerable.Range(0, channels * channels * window).Select(_ => (random.NextSingle() - 0.5f) * reach)];
        for (int c = 0; c < channels; c++) weights[(((c * channels) + c) * window) + (window / 2)] += 0.9f;
        float[] bias = [.. Enumerable.Range(0, channels).Select(_ => 0.1f * random.NextSingle())];
        return new TinyOnnx { Channels = channels, OutputChannels = channels, Kernel = kernel, Weights = weights, Bias = bias };
    }

    private Protobuf Node()
    {
        Protobuf node = new Protobuf().Text(1, "x");
        if (Weights is null) return node.Text(2, "y").Text(3, "n").Text(4, "Identity");
        node.Text(1, "w");
        if (Bias is not null) node.Text(1, "b");
        int pad = Padded ? Kernel / 2 : 0;
        return node.Text(2, "y").Text(3, "n").Text(4, "Conv")
            .Message(5, Integers("kernel_shape", Kernel, Kernel))
            .Message(5, Integers("pads", pad, pad, pad, pad));
    }

    private static Protobuf Integers(string name, params ReadOnlySpan<int> values)
    {
        Protobuf attribute = new Protobuf().Text(1, name);
        foreach (int value in values) attribute.Number(8, value);
        return attribute.Number(20, 7);
    }

    private static Protobuf Tensor(string name, float[] values, params ReadOnlySpan<int> dimensions)
    {
        Protobuf tensor = new();
        foreach (int dimension in dimensions) tensor.Number(1, dimension);
        return tensor.Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private Protobuf Value(string name, int channels)
    {
        Protobuf height = Side > 0 ? new Protobuf().Number(1, Side) : new Protobuf().Text(2, "h");
        Protobuf width = Side > 0 ? new Protobuf().Number(1, Side) : new Protobuf().Text(2, "w");
        Protobuf shape = new Protobuf()
            .Message(1, new Protobuf().Number(1, 1)).Message(1, new Protobuf().Number(1, channels)).Message(1, height).Message(1, width);
        Protobuf tensor = new Protobuf().Number(1, ElementType).Message(2, shape);
        return new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, tensor));
    }
}
