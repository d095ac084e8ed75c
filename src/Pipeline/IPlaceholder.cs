using LiveStyle.Frames;

namespace LiveStyle.Pipeline;

/// <summary>What is shown while a source is gone.</summary>
public interface IPlaceholder
{
    /// <summary>Fills a picture of any size.</summary>
    /// <param name="view">All of its pixels are to be written.</param>
    /// <param name="time">Since the start of the run: so that it can be seen to move.</param>
    void Draw(FrameView view, TimeSpan time);
}
