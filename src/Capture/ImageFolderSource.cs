using LiveStyle.Frames;
using OpenCvSharp;

namespace LiveStyle.Capture;

/// <summary>The pictures of a folder, in the order that people expect, each in its own size.</summary>
public sealed class ImageFolderSource : IFrameSource
{
    /// <summary>Pictures a second, where a folder becomes a video and nobody says otherwise.</summary>
    public static readonly FrameRate DefaultRate = new(25, 1);

    private readonly FramePool _pool;
    private readonly TimeProvider _clock;
    private readonly FrameRate _rate;
    private Mat? _next;
    private int _index;

    /// <summary>Lists the folder and reads its first picture.</summary>
    /// <param name="folder">Its own files only, not those of folders inside it.</param>
    /// <param name="pool">Where frames are rented; borrowed.</param>
    /// <param name="clock">The clock of the whole pipeline.</param>
    /// <param name="rate">Spacing of the presentation times. Default <see cref="DefaultRate"/>.</param>
    /// <exception cref="MediaUnreadableException">No such folder, no pictures in it, or the first one is damaged.</exception>
    public ImageFolderSource(string folder, FramePool pool, TimeProvider clock, FrameRate? rate = null)
    {
        (_pool, _clock, _rate) = (pool, clock, rate ?? DefaultRate);
        Files = List(folder);
        _next = PictureFile.Read(Files[0]);
        Info = new SourceInfo { Name = folder, Format = MatPixels.FormatOf(_next), Rate = _rate, FrameCount = Files.Count };
    }

    /// <inheritdoc/>
    public SourceInfo Info { get; }

    /// <summary>The pictures' paths: frame <c>n</c> is <c>Files[n]</c>.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <inheritdoc/>
    public Frame? Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_index == Files.Count) return null;
        _next ??= PictureFile.Read(Files[_index]);
        var stamp = new FrameStamp(_index, _rate.TimeAt(_index), _clock.Now());
        Frame frame = _pool.Rent(MatPixels.FormatOf(_next), stamp, cancellationToken);
        MatPixels.CopyTo(_next, frame);
        _next.Dispose();
        _next = null;
        _index++;
        return frame;
    }

    /// <inheritdoc/>
    public void Dispose() => _next?.Dispose();

    /// <summary>The pictures of a folder by their names, in the order that people expect; none is opened.</summary>
    /// <exception cref="MediaUnreadableException">No such folder, or no pictures in it.</exception>
    public static string[] List(string folder)
    {
        if (!Directory.Exists(folder)) throw new MediaUnreadableException(folder, "there is no such folder");
        string[] files = [.. Directory.EnumerateFiles(folder).Where(PictureFile.HasPictureName)];
        if (files.Length == 0) throw new MediaUnreadableException(folder, "there is no picture in it");
        Array.Sort(files, NaturalOrder.Instance);
        return files;
    }
}
