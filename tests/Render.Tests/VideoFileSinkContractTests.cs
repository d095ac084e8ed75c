using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class VideoFileSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 1;

    protected override IFrameSink Open() => new VideoFileSink(new VideoFileOptions { Path = Media["a.mp4"], Rate = Pictures.Rate });
}
