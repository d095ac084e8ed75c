using static TorchSharp.torch;

namespace LiveStyle.Train.Losses;

/// <summary>How much of a painting is locked to the network's cells: a weave of four pixels that no painting has.</summary>
/// <remarks>
/// Strides of two and two upsamplings treat the sixteen places of a cell of 4x4 pixels differently. Within a window of some cells the
/// strokes of a real painting fall on every place alike; what remains as the mean of one place, against the others, is the grid.
/// </remarks>
internal static class GridLoss
{
    private const int Cell = Export.PackedNetwork.Cell;
    private const int Window = 6; // cells

    /// <param name="painted">Float32 [N, C, H, W], H and W at least 32.</param>
    /// <returns>Mean squared deviation of the places' means, over windows and channels.</returns>
    public static Tensor Of(Tensor painted)
    {
        long height = (painted.shape[2] - Cell + 1) / Cell * Cell;
        long width = (painted.shape[3] - Cell + 1) / Cell * Cell;
        Tensor smooth = nn.functional.avg_pool2d(painted, [Cell, Cell], [1, 1]); // holds nothing of that period
        const int Middle = Cell / 2;
        Tensor fine = painted.narrow(2, Middle, height).narrow(3, Middle, width) - smooth.narrow(2, 0, height).narrow(3, 0, width);
        (long batch, long channels) = (painted.shape[0], painted.shape[1]);
        Tensor places = fine.reshape(batch, channels, height / Cell, Cell, width / Cell, Cell).permute(0, 1, 3, 5, 2, 4)
            .reshape(batch, channels * Cell * Cell, height / Cell, width / Cell);
        Tensor means = nn.functional.avg_pool2d(places, [Window, Window], [Window / 2, Window / 2]);
        Tensor byPlace = means.reshape(batch, channels, Cell * Cell, means.shape[2], means.shape[3]);
        return (byPlace - byPlace.mean([2], true)).square().mean();
    }
}
