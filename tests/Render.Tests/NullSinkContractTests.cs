using LiveStyle.Frames;

namespace LiveStyle.Render.Tests;

public sealed class NullSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 0;

    protected override IFrameSink Open() => new NullSink();
}
