using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using Microsoft.Extensions.Logging;

namespace LiveStyle.Live.Painting;

/// <summary>Painters that are ready to use. What is missing is loaded by a thread of its own, so that no frame waits for a network.</summary>
/// <remarks>One thread asks; it owns nothing: painters stay the shelf's and are freed when many newer ones have been asked for.</remarks>
internal sealed class PainterShelf : IDisposable
{
    private const int Room = 8;

    private readonly Func<PainterKey, StylePainter> _load;
    private readonly ILogger _log;
    private readonly BlockingCollection<PainterKey> _wanted = [];
    private readonly Lock _shelving = new();
    private readonly List<(PainterKey Key, StylePainter? Painter)> _shelf = []; // the longest unused first; no painter: it can't be loaded
    private readonly HashSet<PainterKey> _asked = [];
    private readonly Thread _loader;
    private string? _problem;

    /// <param name="load">Opens a painter, ready for its first picture.</param>
    /// <param name="log">Told of styles that can't be loaded.</param>
    public PainterShelf(Func<PainterKey, StylePainter> load, ILogger log)
    {
        (_load, _log) = (load, log);
        _loader = new Thread(LoadAll) { Name = StageTimes.Loader, IsBackground = true };
        _loader.Start();
    }

    /// <summary>Why the style that was last asked for can't be loaded; <see langword="null"/> if it can.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <summary>A painter if it is ready, else <see langword="null"/>; then it is being loaded. Use it for the frames that are begun before the next call.</summary>
    public StylePainter? Find(PainterKey key)
    {
        lock (_shelving)
        {
            for (int at = _shelf.Count - 1; at >= 0; at--)
            {
                (PainterKey Key, StylePainter? Painter) known = _shelf[at];
                if (known.Key != key) continue;
                if (at < _shelf.Count - 1)
                {
                    _shelf.RemoveAt(at);
                    _shelf.Add(known);
                }

                return known.Painter;
            }

            if (_asked.Add(key)) _wanted.Add(key);
            return null;
        }
    }

    /// <summary>Loads a painter and waits for it: the first one, without which nothing can start.</summary>
    /// <returns>The painter, which is the shelf's.</returns>
    /// <exception cref="LiveStyleException">It can't be loaded.</exception>
    public StylePainter Load(PainterKey key, Func<PainterKey, StylePainter> load)
    {
        StylePainter? painter = null;
        ExceptionDispatchInfo? failure = null;
        var loader = new Thread(() =>
        {
            try
            {
                painter = load(key);
                Shelve(key, painter);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        })
        {
            Name = StageTimes.Loader,
        };
        loader.Start();
        loader.Join();
        failure?.Throw();
        return painter!;
    }

    /// <summary>Ends the loading and frees everything.</summary>
    public void Dispose()
    {
        _wanted.CompleteAdding();
        _loader.Join();
        foreach ((_, StylePainter? painter) in _shelf) painter?.Dispose();
        _shelf.Clear();
        _wanted.Dispose();
    }

    private void LoadAll()
    {
        foreach (PainterKey key in _wanted.GetConsumingEnumerable())
        {
            if (_wanted.IsAddingCompleted) return;
            Shelve(key, TryLoad(key));
        }
    }

    private StylePainter? TryLoad(PainterKey key)
    {
        try
        {
            StylePainter painter = _load(key);
            Volatile.Write(ref _problem, null);
            return painter;
        }
        catch (LiveStyleException failure)
        {
            Volatile.Write(ref _problem, failure.Message);
            _log.StyleRefused(failure.Message);
            return null;
        }
    }

    private void Shelve(PainterKey key, StylePainter? painter)
    {
        StylePainter? old = null;
        lock (_shelving)
        {
            _asked.Remove(key);
            _shelf.Add((key, painter));
            if (_shelf.Count > Room)
            {
                old = _shelf[0].Painter; // eight newer ones: the thread that paints has found another long ago
                _shelf.RemoveAt(0);
            }
        }

        old?.Dispose();
    }
}
