using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class VideoFileSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 1;

    protected override IFrameSink Open() => new VideoFileSink(new VideoFileOptions { Path = Media["a.mp4"], Rate = Pictures.Rate });
}

public sealed class ImageSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 1;

    protected override bool TakesOneFrame => true;

    protected override IFrameSink Open() => new ImageSink(Media["a.png"]);
}

public sealed class ImageFolderSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 3;

    protected override int FilesWhenAbandoned => 1; // whole pictures stay

    protected override IFrameSink Open() => new ImageFolderSink(Media["out"]);
}

public sealed class NullSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 0;

    protected override IFrameSink Open() => new NullSink();
}
