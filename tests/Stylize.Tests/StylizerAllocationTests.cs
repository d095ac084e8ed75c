using LiveStyle.Frames;
using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class StylizerAllocationTests
{
    [Theory]
    [InlineData(1, false, null)]
    [InlineData(0.5, true, null)]
    [InlineData(0.5, true, 32)]
    public void A_frame_allocates_nothing_once_the_size_is_known(double strength, bool keepColors, int? size)
    {
        using TestStyle style = new(TinyOnnx.Convolution(48, 3, seed: 5), n => n with { Normalization = new FrameNormalization(0.5f, 0.22f, 0.05f) });
        using Stylizer stylizer = style.Open(
            new StylizerOptions { Device = ExecutionDevice.Cpu, Threads = 1, Strength = strength, KeepColors = keepColors, Size = size });
        using FramePool pool = new(1);
        using Frame frame = pool.TryRent(new FrameFormat(64, 36), default)!.Value;
        for (int i = 0; i < 20; i++) stylizer.TransformInPlace(frame, CancellationToken.None);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 500; i++) stylizer.TransformInPlace(frame, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
