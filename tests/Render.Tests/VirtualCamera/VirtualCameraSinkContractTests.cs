using LiveStyle.Frames;
using LiveStyle.Render.VirtualCamera;
using LiveStyle.V4l2.Tests;

namespace LiveStyle.Render.Tests.VirtualCamera;

public sealed class VirtualCameraSinkContractTests : FrameSinkContract
{
    protected override int FilesWhenComplete => 0;

    protected override IFrameSink Open() => new VirtualCameraSink(new VirtualCameraOptions(), new FakeVideoNodes(FakeVideoNode.Loopback(10)));
}
