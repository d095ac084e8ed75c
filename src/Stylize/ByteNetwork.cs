namespace LiveStyle.Stylize;

/// <summary>What an int8 network of ours takes and gives: the agreement between the quantizer and the stylizer.</summary>
/// <remarks>
/// Input <see cref="Cells"/> and the output: UInt8 NHWC [1, H/4, W/4, 48], every cell of 4x4 pixels in the channels at
/// <c>(y % 4) * 12 + (x % 4) * 3 + colour</c>, blue first: each row of a cell is 12 bytes of the frame as they stand. The output's bytes are
/// pixels. An input byte b stands for <c>(b - Zero) / StepsInOne</c>: from -0.25 to 1.25, since brightness is normalised to 0.5 with a
/// deviation of 0.22 and hardly anything lies outside. The same for every frame, so that the first convolution is like the others, with all
/// its scales known when the network is loaded; what rounding loses by it is a fourth of a good camera's noise.
/// </remarks>
public static class ByteNetwork
{
    /// <summary>Name of the input.</summary>
    public const string Cells = "cells";

    /// <summary>Name of the output.</summary>
    public const string Painted = "painted_cells";

    /// <summary>Channels of a cell: 4x4 pixels of three colours.</summary>
    public const int Channels = 48;

    /// <summary>Steps of an input byte from 0 to 1.</summary>
    public const int StepsInOne = 170;

    /// <summary>The input byte that stands for 0, and for the padding.</summary>
    public const byte Zero = 43;

    /// <summary>Where a channel of <see cref="TensorLayout.Cells4"/> in RGB order stands here.</summary>
    public static int ChannelOf(int colorRgb, int y, int x) => (y * 12) + (x * 3) + (2 - colorRgb);
}
