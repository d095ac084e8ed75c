namespace LiveStyle.TestMedia;

/// <summary>Files that are damaged in ways that follow from a number: truncated, bits flipped, bytes replaced, named wrong, empty.</summary>
public sealed class DamagedFiles
{
    private static readonly (string Name, string Arguments)[] Whole =
    [
        ("a.mp4", "-pix_fmt yuv420p -c:v libx264 -bf 2 -g 5"), ("b.mp4", "-pix_fmt yuv420p -c:v libx264 -movflags +faststart"), ("c.mkv", "-pix_fmt yuv420p -c:v libx264 -g 5"),
        ("d.mkv", "-c:v ffv1"), ("e.ts", "-c:v mpeg2video -bf 2 -g 5"), ("f.avi", "-c:v mpeg4 -g 5"), ("g.webm", "-c:v libvpx -deadline realtime -cpu-used 8"),
        ("h.mp4", "-pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none"), ("i.flv", "-c:v flv"), ("j.gif", ""), ("k.apng", ""),
        ("l.webp", "-pix_fmt bgra -c:v libwebp_anim -lossless 1"), ("m.mpg", "-c:v mpeg1video -g 5"), ("n.mov", "-c:v prores_ks"), ("o.wmv", "-c:v wmv2"),
        ("p.h264", "-pix_fmt yuv420p -c:v libx264 -g 5"), ("q.avi", "-c:v mjpeg -pix_fmt yuvj420p"), ("r.mxf", "-c:v mpeg2video"), ("s.nut", "-c:v huffyuv"), ("t.png", "-frames:v 1"),
    ];

    private readonly MediaFolder _folder;
    private readonly byte[][] _whole;

    /// <summary>Makes the whole files in <paramref name="folder"/>.</summary>
    public DamagedFiles(MediaFolder folder)
    {
        _folder = folder;
        _whole = new byte[Whole.Length][];
        Parallel.For(0, Whole.Length, i => _whole[i] = File.ReadAllBytes(
            folder.Make(Whole[i].Name, $"-f lavfi -i testsrc2=s=64x48:r=25:d=0.6 {Whole[i].Arguments}")));
    }

    /// <summary>Makes damaged file number <paramref name="seed"/>.</summary>
    /// <returns>Its path, and what was done, for messages.</returns>
    public (string Path, string What) Make(int seed)
    {
        var random = new Random(seed);
        int which = (seed + (seed / 40)) % Whole.Length; // 160 numbers: each of the 8 kinds of damage in each of the 20 formats
        byte[] bytes = [.. _whole[which]];
        string name = Whole[which].Name;
        (byte[] damaged, string what) = (seed % 8) switch
        {
            0 => (bytes[..random.Next(1, bytes.Length)], "truncated"),
            1 => (Flipped(bytes, random, 1 + random.Next(8)), "a few bits flipped"),
            2 => (Flipped(bytes, random, bytes.Length / 50), "many bits flipped"),
            3 => (Replaced(bytes, random, random.Next(bytes.Length), bytes.Length / 4), "a quarter replaced by random bytes"),
            4 => (Replaced(bytes, random, 0, random.Next(8, 200)), "begins with random bytes"),
            5 => (random.Next(4) == 0 ? [] : Replaced(bytes, random, 0, bytes.Length), "random bytes, or none"),
            6 => ([.. bytes[..(bytes.Length / 2)], .. _whole[random.Next(Whole.Length)]], "goes on as another file"),
            _ => (bytes, "named wrong"),
        };
        string extension = Path.GetExtension(seed % 8 == 7 ? Whole[random.Next(Whole.Length)].Name : name);
        string path = _folder[$"damaged-{seed}{extension}"];
        File.WriteAllBytes(path, damaged);
        return (path, $"{name}, {what} ({path})");
    }

    private static byte[] Flipped(byte[] bytes, Random random, int bits)
    {
        for (int i = 0; i < bits; i++) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static byte[] Replaced(byte[] bytes, Random random, int start, int count)
    {
        random.NextBytes(bytes.AsSpan(start, Math.Min(count, bytes.Length - start)));
        return bytes;
    }
}
