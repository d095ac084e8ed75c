using LiveStyle.Frames;
using LiveStyle.Live.Steadiness;
using LiveStyle.Stylize;

namespace LiveStyle.Live.Painting;

/// <summary>Makes pictures of paintings, in the order in which they are shown: what depends on the ones that were shown before.</summary>
/// <remarks>One thread at a time. Allocates nothing in steady state.</remarks>
internal sealed class PaintingFinisher
{
    private readonly TemporalBlend _steady = new();
    private readonly PictureMemory _shown = new();
    private PictureMemory _painting = new(), _faded = new();

    /// <summary>Finishes the picture of a task that has run.</summary>
    public void Finish(LiveTask task)
    {
        FrameView picture = task.Frame.View;
        if (task.Act == LiveAct.ShowAgain)
        {
            if (_shown.Holds(picture.Format)) _shown.View.Pixels.CopyTo(picture.Pixels);
            return;
        }

        if (task.IsPainted) PutOver(picture, task);
        _shown.Keep(picture);
    }

    private void PutOver(FrameView picture, LiveTask task)
    {
        if (task.BeginsFade) (_faded, _painting) = (_painting, _faded);
        task.SwapPainting(ref _painting);
        FrameView painting = _painting.View;
        if (task.Settings.Steady) _steady.BlendInPlace(painting, task.Motion);
        else _steady.Reset();
        if (task.Faded > 0 && _faded.Holds(picture.Format)) new PaintingMix(task.Faded, keepColors: false).MixInPlace(painting, _faded.View);
        if (task.Settings.Split) SplitView.CopyLeftHalf(picture, painting);
        new PaintingMix(task.Settings.Strength, task.Settings.KeepColors).MixInPlace(picture, painting);
        if (task.Settings.Split) SplitView.DrawDivider(picture);
    }
}
