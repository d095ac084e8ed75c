using LiveStyle.Frames;

namespace LiveStyle.Capture.Tests;

public sealed class TestPatternSourceContractTests : FrameSourceContract
{
    protected override int FrameCount => 4;

    protected override IFrameSource Open(FramePool pool) =>
        new TestPatternSource(new TestPatternOptions { Format = new FrameFormat(17, 31), Count = 4 }, pool, TimeProvider.System);
}
