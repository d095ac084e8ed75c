using static TorchSharp.torch;

namespace LiveStyle.Train.Export;

/// <summary>One dense convolution between pictures whose cells of pixels lie in the channels; it reads its own cell and neighbours, zeros
/// where there are none.</summary>
/// <param name="Kernel">Float32 OIHW, [outChannels, inChannels, Window.Height, Window.Width], row-major.</param>
/// <param name="Bias">Float32, one an output channel.</param>
/// <param name="OutChannels">Channels given.</param>
/// <param name="InChannels">Channels taken.</param>
/// <param name="Window">Which neighbouring cells are read.</param>
/// <param name="Relu">ReLU follows (after <paramref name="AddsInput"/>'s sum, if there is one).</param>
/// <param name="AddsInput">The input of the convolution before this one is added: this one ends a residual block.</param>
public sealed record PackedConvolution(float[] Kernel, float[] Bias, int OutChannels, int InChannels, CellWindow Window, bool Relu, bool AddsInput)
{
    private const int Canvas = 5; // cells: the impulse's own, its neighbours, and one more ring that has to stay zero

    /// <summary>Finds the packed kernel of a linear map by its impulse response: the map need not know that it is packed.</summary>
    /// <param name="map">Linear, shift-equivariant by cells, float32 NCHW to NCHW.</param>
    /// <param name="bias">Float32 [C], one a channel of the map's output.</param>
    /// <param name="inCell">Side of an input cell in pixels of the map's input.</param>
    /// <param name="outCell">Side of an output cell in pixels of the map's output.</param>
    /// <param name="inChannels">Channels of the map's input.</param>
    /// <param name="relu">See <see cref="Relu"/>.</param>
    /// <param name="addsInput">See <see cref="AddsInput"/>.</param>
    /// <exception cref="ArgumentException">The map reaches beyond the neighbouring cell, so no 3x3 convolution equals it.</exception>
    internal static PackedConvolution FromImpulses(
        Func<Tensor, Tensor> map, Tensor bias, int inCell, int outCell, int inChannels, bool relu, bool addsInput = false)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        int packedIn = inChannels * inCell * inCell;
        Tensor impulses = zeros(packedIn, packedIn, Canvas, Canvas); // [impulse, channel, y, x]
        impulses.narrow(2, Canvas / 2, 1).narrow(3, Canvas / 2, 1).copy_(eye(packedIn).view(packedIn, packedIn, 1, 1));
        Tensor response = Unshuffle(map(Shuffle(impulses, inCell)), outCell); // [impulse, packedOut, y, x]
        Tensor near = response.narrow(2, 1, 3).narrow(3, 1, 3);
        if ((response.abs().sum() - near.abs().sum()).abs().item<float>() > 1e-5f * response.abs().sum().item<float>())
            throw new ArgumentException("The layer reaches beyond the neighbouring cell.", nameof(map));
        // A kernel is its impulse response turned by 180 degrees, since torch's convolution is a correlation.
        Tensor whole = near.flip(2, 3).transpose(0, 1); // [packedOut, packedIn, 3, 3]
        CellWindow window = CellWindow.Around(whole);
        Tensor kernel = whole.narrow(2, 1 - window.Up, window.Height).narrow(3, 1 - window.Left, window.Width).contiguous();
        Tensor cellBias = bias.view(-1, 1).expand(-1, outCell * outCell).contiguous();
        return new PackedConvolution(
            kernel.data<float>().ToArray(), cellBias.data<float>().ToArray(), (int)kernel.shape[0], packedIn, window, relu, addsInput);
    }

    /// <summary>Finds the kernel whose packed form this is: the inverse of <see cref="FromImpulses"/>, by least squares over all places that a weight was copied to.</summary>
    /// <param name="map">The map that was packed, with a kernel of one channel each way: linear in the kernel too.</param>
    /// <param name="side">Of the kernel.</param>
    /// <param name="inCell">See <see cref="FromImpulses"/>.</param>
    /// <param name="outCell">See <see cref="FromImpulses"/>.</param>
    /// <returns>Float32 [outChannels, inChannels, side, side] and [outChannels].</returns>
    internal (Tensor Kernel, Tensor Bias) Unpack(Func<Tensor, Tensor, Tensor> map, int side, int inCell, int outCell)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        int weights = side * side, outPlaces = outCell * outCell, inPlaces = inCell * inCell;
        Tensor units = eye(weights).view(weights, 1, 1, side, side);
        Tensor copies = stack([.. Enumerable.Range(0, weights) // [weight, place of all]
            .Select(at => FromImpulses(picture => map(picture, units.select(0, at)), zeros(1), inCell, outCell, 1, relu: false).Whole().reshape(-1))]).to_type(ScalarType.Float64);
        Tensor solve = linalg.inv(copies.matmul(copies.transpose(0, 1))).matmul(copies); // [weight, place of all]
        Tensor places = Whole().view(OutChannels / outPlaces, outPlaces, InChannels / inPlaces, inPlaces, 9).permute(0, 2, 1, 3, 4).to_type(ScalarType.Float64);
        Tensor kernel = places.reshape(-1, outPlaces * inPlaces * 9).matmul(solve.transpose(0, 1)).to_type(ScalarType.Float32).reshape(OutChannels / outPlaces, InChannels / inPlaces, side, side);
        Tensor bias = tensor(Bias, [OutChannels / outPlaces, outPlaces]).mean([1]);
        return (kernel.contiguous().MoveToOuterDisposeScope(), bias.MoveToOuterDisposeScope());
    }

    /// <summary>The kernel with the cells that are always zero: float32 [outChannels, inChannels, 3, 3].</summary>
    private Tensor Whole() => nn.functional.pad(
        tensor(Kernel, [OutChannels, InChannels, Window.Height, Window.Width]), [1 - Window.Left, 1 - Window.Right, 1 - Window.Up, 1 - Window.Down]);

    /// <summary>The same convolution for an input whose channels stand in another order.</summary>
    /// <param name="order">For each new place, the channel's old place.</param>
    internal PackedConvolution WithInputs(ReadOnlySpan<int> order)
    {
        int window = Window.Height * Window.Width;
        float[] kernel = new float[Kernel.Length];
        for (int row = 0; row < OutChannels; row++)
            for (int to = 0; to < InChannels; to++)
                Kernel.AsSpan(((row * InChannels) + order[to]) * window, window).CopyTo(kernel.AsSpan(((row * InChannels) + to) * window));
        return this with { Kernel = kernel };
    }

    /// <summary>The same convolution, its output's channels in another order.</summary>
    /// <param name="order">For each new place, the channel's old place.</param>
    internal PackedConvolution WithOutputs(ReadOnlySpan<int> order)
    {
        int row = Kernel.Length / OutChannels;
        (float[] kernel, float[] bias) = (new float[Kernel.Length], new float[OutChannels]);
        for (int to = 0; to < OutChannels; to++)
        {
            Kernel.AsSpan(order[to] * row, row).CopyTo(kernel.AsSpan(to * row));
            bias[to] = Bias[order[to]];
        }

        return this with { Kernel = kernel, Bias = bias };
    }

    private static Tensor Shuffle(Tensor cells, int side) => side == 1 ? cells : nn.functional.pixel_shuffle(cells, side);

    private static Tensor Unshuffle(Tensor pixels, int side) => side == 1 ? pixels : nn.functional.pixel_unshuffle(pixels, side);
}
