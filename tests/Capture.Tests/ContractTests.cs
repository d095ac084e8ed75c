using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class VideoFileSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 5;

    protected override IFrameSource Open(FramePool pool) =>
        new VideoFileSource(MediaProbe.Probe(Media.Clip("a.mp4", "s=64x48:r=25:d=0.2")), pool, TimeProvider.System);
}

public sealed class TestPatternSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 4;

    protected override IFrameSource Open(FramePool pool) =>
        new TestPatternSource(new TestPatternOptions { Format = new FrameFormat(17, 31), Count = 4 }, pool, TimeProvider.System);
}

public sealed class ImageSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 1;

    protected override IFrameSource Open(FramePool pool) =>
        new ImageSource(Media.Make("a.png", "-f lavfi -i testsrc=s=20x10 -frames:v 1"), pool, TimeProvider.System);
}

public sealed class ImageFolderSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 3;

    protected override IFrameSource Open(FramePool pool)
    {
        Directory.CreateDirectory(Media["in"]);
        Media.Make("in/p%d.png", "-f lavfi -i testsrc=s=20x10:r=3:d=1");
        return new ImageFolderSource(Media["in"], pool, TimeProvider.System);
    }
}
