using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Render;

/// <summary>Square pictures in rows and columns on one sheet, each column with a title.</summary>
public sealed class ContactSheet : IDisposable
{
    private const int TitleHeight = 28;
    private const int Gap = 4;

    private readonly FramePool _pool = new(1);
    private readonly Frame _sheet;
    private readonly int _side;

    /// <summary>A white sheet with its titles.</summary>
    /// <param name="titles">One a column, ASCII.</param>
    /// <param name="rows">Rows of pictures.</param>
    /// <param name="side">Pixels of a picture's side.</param>
    public ContactSheet(IReadOnlyList<string> titles, int rows, int side)
    {
        _side = side;
        var format = new FrameFormat((titles.Count * (side + Gap)) - Gap, TitleHeight + (rows * (side + Gap)) - Gap);
        _sheet = _pool.Rent(format, new FrameStamp(0, TimeSpan.Zero, default), CancellationToken.None);
        _sheet.View.Pixels.Fill(byte.MaxValue);
        DrawTitles(titles);
    }

    /// <summary>The middle of a picture, as large as it goes, in the size that fits the sheet.</summary>
    /// <param name="picture">Borrowed.</param>
    /// <param name="tile">Packed BGR, <paramref name="side"/> squared, written.</param>
    /// <param name="side">Pixels.</param>
    public static unsafe void CutSquare(Frame picture, Span<byte> tile, int side)
    {
        FrameFormat format = picture.Format;
        int whole = Math.Min(format.Width, format.Height), left = (format.Width - whole) / 2, top = (format.Height - whole) / 2;
        using var square = new Mat(whole, whole, MatType.CV_8UC3);
        using var small = new Mat(side, side, MatType.CV_8UC3);
        int rowBytes = whole * FrameFormat.BytesPerPixel;
        for (int y = 0; y < whole; y++)
            picture.View.Row(top + y).Slice(left * FrameFormat.BytesPerPixel, rowBytes).CopyTo(new Span<byte>(square.DataPointer + (y * rowBytes), rowBytes));
        Cv2.Resize(InputArray.Create(square), OutputArray.Create(small), new Size(side, side), 0, 0, whole > side ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        new Span<byte>(small.DataPointer, tile.Length).CopyTo(tile);
    }

    /// <summary>Puts a picture into its place.</summary>
    /// <param name="tile">Packed BGR, of the sheet's side squared.</param>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public void Put(ReadOnlySpan<byte> tile, int row, int column)
    {
        int rowBytes = _side * FrameFormat.BytesPerPixel;
        for (int y = 0; y < _side; y++)
            tile.Slice(y * rowBytes, rowBytes).CopyTo(_sheet.View.Row(TitleHeight + (row * (_side + Gap)) + y)[(column * (_side + Gap) * FrameFormat.BytesPerPixel)..]);
    }

    /// <summary>Writes the sheet as the only frame of <paramref name="sink"/>.</summary>
    /// <exception cref="MediaUnwritableException">It can't be written.</exception>
    public void WriteTo(IFrameSink sink)
    {
        sink.Write(_sheet, CancellationToken.None);
        sink.Complete(CancellationToken.None);
    }

    /// <summary>Frees the sheet.</summary>
    public void Dispose()
    {
        _sheet.Dispose();
        _pool.Dispose();
    }

    private unsafe void DrawTitles(IReadOnlyList<string> titles)
    {
        using var band = new Mat(TitleHeight, _sheet.Format.Width, MatType.CV_8UC3);
        int stride = _sheet.Format.Stride;
        new Span<byte>(band.DataPointer, TitleHeight * stride).Fill(byte.MaxValue);
        for (int column = 0; column < titles.Count; column++)
        {
            var start = new Point((column * (_side + Gap)) + Gap, TitleHeight - 9);
            Cv2.PutText(InputOutputArray.Create(band), titles[column], start, HersheyFonts.HersheySimplex, 0.5, new Scalar(40, 40, 40), 1, LineTypes.AntiAlias);
        }

        for (int y = 0; y < TitleHeight; y++) new Span<byte>(band.DataPointer + (y * stride), stride).CopyTo(_sheet.View.Row(y));
    }
}
