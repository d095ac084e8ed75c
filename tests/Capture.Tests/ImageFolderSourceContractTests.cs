using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

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
