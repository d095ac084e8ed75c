using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class ImageSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 1;

    protected override IFrameSource Open(FramePool pool) =>
        new ImageSource(Media.Make("a.png", "-f lavfi -i testsrc=s=20x10 -frames:v 1"), pool, TimeProvider.System);
}
