namespace LiveStyle.Stylize;

/// <summary>How a picture becomes what a style's networks take, and what they give becomes a picture. Both sides have the same layout,
/// range and colour order.</summary>
public sealed record PictureForm
{
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
