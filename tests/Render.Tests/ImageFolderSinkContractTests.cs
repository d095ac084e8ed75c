using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class ImageFolderSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 3;

    protected override int FilesWhenAbandoned => 1; // whole pictures stay

    protected override IFrameSink Open() => new ImageFolderSink(Media["out"]);
}
