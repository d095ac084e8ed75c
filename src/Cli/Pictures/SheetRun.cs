using LiveStyle.Capture;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Render;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Pictures;

/// <summary>Puts pictures and what each style makes of them side by side.</summary>
/// <param name="styles">Columns, after that of the pictures themselves.</param>
/// <param name="options">How they paint.</param>
/// <param name="side">Pixels of a picture's side on the sheet.</param>
/// <param name="log">Of the styles.</param>
internal sealed class SheetRun(IReadOnlyList<StylePack> styles, StylizerOptions options, int side, ILogger log)
{
    private int _done;

    /// <summary>Paints and writes the sheet.</summary>
    /// <exception cref="LiveStyleException">A picture can't be read, a style doesn't run, or the sheet can't be written.</exception>
    /// <exception cref="OperationCanceledException">Stopped; nothing is written.</exception>
    public async Task RunAsync(IReadOnlyList<string> pictures, string output, bool force, CancellationToken stop)
    {
        using var sink = new ImageSink(output, force); // first, so that what is in the way is known before anything is painted
        using var sheet = new ContactSheet(["photo", .. styles.Select(style => style.Manifest.Name)], pictures.Count, side);
        long begun = TimeProvider.System.GetTimestamp();
        Task<bool> work = Task.Run(() => Fill(sheet, pictures, stop), CancellationToken.None);
        long all = (long)pictures.Count * styles.Count;
        await ProgressDisplay.FollowAsync("pictures", work, () => new Progress(Volatile.Read(ref _done), all, TimeProvider.System.GetElapsedTime(begun)));
        sheet.WriteTo(sink);
    }

    private bool Fill(ContactSheet sheet, IReadOnlyList<string> pictures, CancellationToken stop)
    {
        using var pool = new FramePool(2);
        byte[][] tiles = [.. pictures.Select(picture => Tile(picture, pool))];
        for (int row = 0; row < tiles.Length; row++) sheet.Put(tiles[row], row, 0);
        for (int column = 0; column < styles.Count; column++)
        {
            using var stylizer = new Stylizer(styles[column], options, log);
            for (int row = 0; row < tiles.Length; row++)
            {
                stop.ThrowIfCancellationRequested();
                using Frame frame = pool.Rent(new FrameFormat(side, side), new FrameStamp(0, TimeSpan.Zero, default), CancellationToken.None);
                tiles[row].CopyTo(frame.View.Pixels);
                stylizer.TransformInPlace(frame, CancellationToken.None);
                sheet.Put(frame.View.Pixels, row, column + 1);
                Interlocked.Increment(ref _done);
            }
        }

        return true;
    }

    private byte[] Tile(string path, FramePool pool)
    {
        using var source = new ImageSource(path, pool, TimeProvider.System);
        using Frame picture = source.Read(CancellationToken.None)!.Value;
        byte[] tile = new byte[side * side * FrameFormat.BytesPerPixel];
        ContactSheet.CutSquare(picture, tile, side);
        return tile;
    }
}
