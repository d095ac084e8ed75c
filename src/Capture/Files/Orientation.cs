using System.Globalization;
using System.Text.Json;

namespace LiveStyle.Capture.Files;

/// <summary>How players turn a picture before they show it: perhaps mirrored first, then turned by quarters.</summary>
/// <param name="Rotation">Degrees clockwise: 0, 90, 180 or 270.</param>
/// <param name="IsMirrored">True if left and right are exchanged, before the turn.</param>
internal readonly record struct Orientation(int Rotation, bool IsMirrored)
{
    /// <summary>What a stream says of itself; older files carry a clockwise tag.</summary>
    public static Orientation Of(JsonElement stream)
    {
        foreach (JsonElement side in stream.SideData())
            if (side.Text("displaymatrix") is { } matrix && Numbers(matrix) is [var a, var b, _, var c, var d, ..]) return Of(a, b, c, d);
        return double.TryParse(stream.Tag("rotate"), CultureInfo.InvariantCulture, out double tagged) && Math.Abs(tagged) < 1e6
            ? new Orientation(((int)Math.Round(tagged / 90) % 4 + 4) % 4 * 90, false)
            : default;
    }

    /// <summary>By the matrix of ISO 14496-12, 8.5.2.3: the right goes to (a, b), the lower edge to (c, d), y downwards.</summary>
    private static Orientation Of(long a, long b, long c, long d)
    {
        bool lying = Math.Abs(b) + Math.Abs(c) > Math.Abs(a) + Math.Abs(d);
        bool mirrored = lying ? (b > 0) == (c > 0) : (a > 0) != (d > 0);
        int rotation = lying ? c < 0 ? 90 : 270 : d < 0 ? 180 : 0;
        return new Orientation(rotation, mirrored);
    }

    /// <summary>Nine numbers in three lines, each after its number and a colon.</summary>
    private static List<long> Numbers(string matrix)
    {
        var numbers = new List<long>(9);
        foreach (string line in matrix.Split('\n'))
            foreach (string word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (long.TryParse(word, CultureInfo.InvariantCulture, out long number)) numbers.Add(number);
        return numbers;
    }
}
