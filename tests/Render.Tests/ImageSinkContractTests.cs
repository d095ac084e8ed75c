using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class ImageSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 1;

    protected override bool TakesOneFrame => true;

    protected override IFrameSink Open() => new ImageSink(Media["a.png"]);
}
