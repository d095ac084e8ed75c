using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class VideoFileSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 5;

    protected override IFrameSource Open(FramePool pool) =>
        new VideoFileSource(MediaProbe.Probe(Media.Clip("a.mp4", "s=64x48:r=25:d=0.2")), pool, TimeProvider.System);
}
