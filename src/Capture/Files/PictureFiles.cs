using System.Text;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Files;

/// <summary>The files of a <see cref="PictureList"/> for one reading of it; those that must be unpacked are there as long as this.</summary>
internal sealed class PictureFiles : IDisposable
{
    private readonly PictureList _list;
    private readonly UnpackedPictures? _unpacked;

    /// <param name="media">The video.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="from">Reading begins with the first picture at or after it.</param>
    /// <exception cref="LiveStyle.Frames.LiveStyleException">They can't be unpacked.</exception>
    public PictureFiles(MediaInfo media, PictureList pictures, TimeSpan from)
    {
        _list = pictures;
        First = (int)Math.Min(pictures.Stamps.Count - 1, pictures.Stamps.TakeWhile(stamp => pictures.Unit.TimeOf(stamp) < from).Count());
        if (pictures.Files.Count > 0) return;
        try
        {
            _unpacked = new UnpackedPictures(media.Video.Format);
            AnimatedWebp.Unpack(media, _unpacked);
        }
        catch (Exception e)
        {
            Dispose();
            if (e is not (IOException or UnauthorizedAccessException)) throw;
            throw new MediaUnreadableException(media.Path, $"its pictures can't be unpacked ({e.Message.TrimEnd('.')})", "Set TMPDIR to a folder with more space.", e);
        }

        int count = Math.Min(_unpacked.Names.Count, pictures.Stamps.Count);
        _list = pictures with { Files = [.. _unpacked.Names.Take(count)], Stamps = [.. pictures.Stamps.Take(count)] };
        First = Math.Min(First, count - 1);
    }

    /// <summary>Number of the first picture that is read.</summary>
    public int First { get; }

    /// <summary>Files that are no pictures of the first one's kind.</summary>
    public int Replaced { get; private set; }

    /// <summary>Tells ffmpeg which files to read.</summary>
    public void WriteScript(Stream input)
    {
        byte[] script = Encoding.UTF8.GetBytes(_list.Script(First, out int replaced));
        Replaced = replaced;
        try
        {
            input.Write(script);
            input.Dispose();
        }
        catch (IOException)
        {
            // ffmpeg has ended, and says why where it is asked for pictures.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _unpacked?.Dispose();
}
