using LiveStyle.Frames;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>A picture with a number burnt into it that survives coding and scaling: 32 blocks on top, dark for 0, light for 1.</summary>
internal static class ClockPicture
{
    private const int Bits = 32;
    private const byte Dark = 0x20, Light = 0xE0;

    /// <summary>Milliseconds of the monotonic clock, which all processes of a machine share.</summary>
    public static uint Now => (uint)Environment.TickCount64;

    /// <summary>Draws <paramref name="number"/> over a colour ramp that depends on nothing else.</summary>
    public static void Draw(FrameView view, uint number)
    {
        for (int y = 0; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            bool code = y < view.Format.Height / 8;
            for (int x = 0; x < view.Format.Width; x++)
            {
                (byte blue, byte green, byte red) = Color(x, y, view.Format);
                if (code) blue = green = red = (number >> (Bits - 1 - x * Bits / view.Format.Width) & 1) == 1 ? Light : Dark;
                (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = (blue, green, red);
            }
        }
    }

    /// <summary>The number, or <see langword="null"/> where it can't be made out.</summary>
    public static uint? Read(FrameView view)
    {
        uint number = 0;
        Span<byte> row = view.Row(view.Format.Height / 16);
        for (int bit = 0; bit < Bits; bit++)
        {
            byte green = row[3 * ((2 * bit + 1) * view.Format.Width / (2 * Bits)) + 1];
            if (green is > 0x60 and < 0xA0) return null;
            number = number << 1 | (green > 0x80 ? 1u : 0);
        }

        return number;
    }

    /// <summary>Mean difference of the colour ramp from what was drawn, in levels.</summary>
    public static double Error(FrameView view)
    {
        long sum = 0;
        int count = 0;
        for (int y = view.Format.Height / 4; y < view.Format.Height; y++)
        {
            Span<byte> row = view.Row(y);
            for (int x = 0; x < view.Format.Width; x++)
            {
                (byte blue, byte green, byte red) = Color(x, y, view.Format);
                sum += Math.Abs(row[3 * x] - blue) + Math.Abs(row[3 * x + 1] - green) + Math.Abs(row[3 * x + 2] - red);
                count += 3;
            }
        }

        return (double)sum / count;
    }

    private static (byte Blue, byte Green, byte Red) Color(int x, int y, FrameFormat format) =>
        ((byte)(40 + 160 * x / format.Width), (byte)(60 + 120 * y / format.Height), (byte)(200 - 160 * x / format.Width));
}
