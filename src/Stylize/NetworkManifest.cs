namespace LiveStyle.Stylize;

/// <summary>What a style network takes and gives. Both sides have the same layout, element type and colour order.</summary>
public sealed record NetworkManifest
{
    /// <summary>ONNX file, beside <c>style.json</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Learnt numbers in the trained network, before packing.</summary>
    public int Parameters { get; init; }

    /// <summary>How pixels lie in the tensor.</summary>
    public TensorLayout Layout { get; init; } = TensorLayout.Cells4;

    /// <summary>Colour order of the channels.</summary>
    public ColorOrder Colors { get; init; } = ColorOrder.Rgb;

    /// <summary>Float value of a byte of 255; a byte of 0 is 0. 1 for our networks, 255 for PyTorch's fast_neural_style.</summary>
    public float Range { get; init; } = 1;

    /// <summary>Height and width must be multiples of this: 4 for our networks.</summary>
    public int Multiple { get; init; } = 4;

    /// <summary>
    /// Pixels of the picture's own reflection to put around it before the network and to cut off after it: zero padding inside the
    /// network would else paint a frame around the picture.
    /// </summary>
    public int Border { get; init; }

    /// <summary>How the brightness of a frame is normalised before the network; <see langword="null"/>: not at all.</summary>
    public FrameNormalization? Normalization { get; init; }
}
