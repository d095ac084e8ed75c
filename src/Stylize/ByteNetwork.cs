namespace LiveStyle.Stylize;

/// <summary>What an int8 network of ours takes and gives: the agreement between the quantizer and the stylizer.</summary>
/// <remarks>
/// Input <see cref="Cells"/> and the output: UInt8 NHWC [1, H/4, W/4, 48], every cell of 4x4 pixels in the channels at
/// <c>(y % 4) * 12 + (x % 4) * 3 + colour</c>, blue first: each row of a cell is 12 bytes of the frame as they stand. The output's bytes are
/// pixels. An input byte b stands for <c>b * scale + offset</c>, by the two inputs <see cref="Scale"/> and <see cref="Offset"/>, float32 [1].
/// </remarks>
public static class ByteNetwork
{
    /// <summary>Name of the input with the picture.</summary>
    public const string Cells = "cells";

    /// <summary>Name of the input that says what a step of a byte is worth.</summary>
    public const string Scale = "scale";

    /// <summary>Name of the input that says what a byte of 0 is worth.</summary>
    public const string Offset = "offset";

    /// <summary>Name of the output.</summary>
    public const string Painted = "painted_cells";

    /// <summary>Channels of a cell: 4x4 pixels of three colours.</summary>
    public const int Channels = 48;

    /// <summary>Where a channel of <see cref="TensorLayout.Cells4"/> in RGB order stands here.</summary>
    public static int ChannelOf(int colorRgb, int y, int x) => (y * 12) + (x * 3) + (2 - colorRgb);
}
