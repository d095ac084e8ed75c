using LiveStyle.Frames;
using LiveStyle.Live.Steadiness;

namespace LiveStyle.Live.Tests.Steadiness;

public class SteadinessTests
{
    private static readonly FrameFormat Format = new(160, 96);

    private readonly StillMap _motion = new();
    private readonly TemporalBlend _blend = new();

    [Fact]
    public void Noise_alone_is_no_motion_and_a_small_thing_that_moves_is()
    {
        for (int i = 0; i < 30; i++) Next(Pictures.Of(Format, noise: 3, seed: i));
        Assert.True(_motion.IsStill);

        byte[] picture = Pictures.Of(Format, noise: 3, seed: 99);
        for (int y = 40; y < 45; y++) picture.AsSpan((y * Format.Stride) + (3 * 80), 15).Fill(230); // five pixels square
        _motion.Compare(new FrameView(picture, Format));

        Assert.False(_motion.IsStill);
        Assert.True(_motion.Marks.IsMoving(80 / MotionMarks.BlockWidth, 40 / MotionMarks.BlockHeight));
        Assert.False(_motion.Marks.IsMoving(0, 0));
    }

    [Fact]
    public void Noise_is_averaged_away_where_nothing_moves()
    {
        byte[] clean = Pictures.Of(Format);
        byte[] picture = [];
        for (int i = 0; i < 40; i++) picture = Next(Pictures.Of(Format, noise: 3, seed: i));

        double left = Pictures.Rms(clean, picture) / Pictures.Rms(clean, Pictures.Of(Format, noise: 3, seed: 1));
        Assert.InRange(left, 0.3, 0.6); // the root of 96 / (2 * 256 - 96) is 0.48
    }

    [Fact]
    public void A_moving_bar_leaves_no_ghost_behind()
    {
        byte[] picture = [];
        for (int i = 0; i < 30; i++) picture = Next(Pictures.Of(Format, bar: 3 * i, noise: 1, seed: i));
        byte[] clean = Pictures.Of(Format, bar: 3 * 29);

        Assert.InRange(Pictures.Difference(clean, picture), 0, 1.2); // the noise alone makes 0.8
        for (int y = 0; y < Format.Height; y++)
            for (int x = 0; x < Format.Width; x++)
                Assert.True(Math.Abs(clean[(y * Format.Stride) + (3 * x)] - picture[(y * Format.Stride) + (3 * x)]) < 9, $"a ghost at {x}, {y}");
    }

    [Fact]
    public void Ten_minutes_of_a_still_scene_do_not_drift()
    {
        FrameFormat small = new(32, 16);
        byte[] clean = Pictures.Of(small);
        byte[][] noisy = [.. Enumerable.Range(0, 64).Select(seed => Pictures.Of(small, noise: 2, seed: seed))];
        byte[] picture = new byte[small.ByteCount];
        double[] mean = new double[small.ByteCount];
        const int Frames = 30 * 60 * 10, Last = 3000;
        for (int i = 0; i < Frames; i++)
        {
            noisy[(i * 37) % 64].CopyTo(picture, 0);
            FrameView view = new(picture, small);
            _motion.Compare(view);
            _motion.Keep(view);
            _blend.BlendInPlace(view, _motion.Marks);
            if (i >= Frames - Last)
                for (int p = 0; p < mean.Length; p++) mean[p] += picture[p] / (double)Last;
        }

        double[] expected = [.. Enumerable.Range(0, mean.Length).Select(p => noisy.Average(picture => (double)picture[p]))];
        Assert.All(mean.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -0.6, 0.6));
        Assert.InRange(mean.Zip(expected).Average(pair => pair.First - pair.Second), -0.1, 0.1);
        Assert.InRange(Pictures.Difference(clean, picture), 0, 2);
    }

    [Fact]
    public void A_cut_shows_at_once()
    {
        for (int i = 0; i < 20; i++) Next(Pictures.Of(Format, noise: 2, seed: i));
        byte[] other = Pictures.Of(Format);
        for (int i = 0; i < other.Length; i++) other[i] = (byte)(255 - other[i]);

        Assert.Equal(other, Next((byte[])other.Clone()));
    }

    [Fact]
    public void Another_size_begins_anew()
    {
        Next(Pictures.Of(Format));
        FrameFormat odd = new(37, 21);
        byte[] picture = Pictures.Of(odd);
        _motion.Compare(new FrameView(picture, odd));
        _blend.BlendInPlace(new FrameView(picture, odd), _motion.Marks);

        Assert.Equal(Pictures.Of(odd), picture);
        Assert.False(_motion.IsStill);
        Assert.Equal((3, 3), (_motion.Marks.Columns, _motion.Marks.Rows));
    }

    private byte[] Next(byte[] picture)
    {
        FrameView view = new(picture, Format);
        _motion.Compare(view);
        _motion.Keep(view);
        _blend.BlendInPlace(view, _motion.Marks);
        return picture;
    }
}
