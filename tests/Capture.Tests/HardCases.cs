namespace LiveStyle.TestMedia;

/// <summary>Videos that programs get wrong. Each has its frames and times as ffprobe counts them, and so should what is made of it.</summary>
public static class HardCases
{
    private const string Clip = "-f lavfi -i testsrc2=s=96x64:r=25:d=1.2", Sound = "-f lavfi -i sine=d=1.2";
    private const string H264 = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast", BFrames = "-pix_fmt yuv420p -c:v libx264 -bf 3 -b_strategy 0 -g 12";
    private const string Pq = "-color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc", Hlg = "-color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HardCase> All { get; } =
    [
        new("variable-rate.mp4", MediaFolder.VariableRate),
        new("variable-rate-b-frames.mkv", $"-f lavfi -i testsrc2=s=96x64:r=30:d=2 -vf select=not(mod(n\\,3))+gt(n\\,30) -fps_mode passthrough {BFrames}"),
        new("gap-of-30-seconds.mkv", $"-f lavfi -i testsrc=s=64x48:r=10:d=2 -vf setpts=PTS+gt(N\\,9)*30/TB -fps_mode passthrough {H264}"),
        new("ntsc-b-frames.mp4", $"-f lavfi -i testsrc2=s=96x64:r=30000/1001:d=2 {BFrames}"),
        new("film-rate.mkv", $"-f lavfi -i testsrc2=s=96x64:r=24000/1001:d=1.2 {H264}"),
        new("120-a-second.mp4", $"-f lavfi -i testsrc2=s=96x64:r=120:d=0.5 {H264}"),
        new("open-gop.mkv", $"{Clip} -pix_fmt yuv420p -c:v libx264 -bf 3 -g 10 -x264opts open-gop=1:keyint=10"),
        new("hevc-open-gop.mp4", $"{Clip} -pix_fmt yuv420p -c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=none:open-gop=1:keyint=10:bframes=3"),
        new("edit-list.mp4", "-ss 0.5 -i {}/base.mp4 -c copy"),
        new("late-picture.mp4", $"{MediaFolder.LatePicture} -c:a aac"),
        new("late-picture.ts", $"{MediaFolder.LatePicture} -c:a aac"),
        new("late-picture.mkv", $"{MediaFolder.LatePicture} -c:a aac"),
        new("starts-after-26-hours.ts", $"{Clip} {Sound} {BFrames} -c:a aac -output_ts_offset 93600"),
        new("negative-stamps.mp4", $"{Clip} -vf setpts=PTS-0.5/TB -fps_mode passthrough {H264} -avoid_negative_ts disabled"),
        new("equal-stamps.mkv", $"{Clip} -c:v mjpeg -pix_fmt yuvj420p -bsf:v setts=ts=floor(N/2)*2") { HasTimes = false },
        new("no-stamps.h264", $"{Clip} {BFrames}") { HasTimes = false },
        new("no-stamps.hevc", $"{Clip} -pix_fmt yuv420p -c:v libx265 -preset ultrafast -x265-params log-level=none") { HasTimes = false },
        new("b-frames.avi", $"{Clip} -c:v mpeg4 -bf 2") { HasTimes = false },
        new("program-stream.mpg", $"{Clip} {Sound} -c:v mpeg2video -bf 2 -q:v 3 -c:a mp2") { HasTimes = false },
        new("two-time-lines.ts", "base.ts base.ts") { HasTimes = false },
        new("size-changes.ts", "-f concat -safe 0 -i {}/sizes.txt -c copy -f mpegts") { HasTimes = false },
        new("one-frame.mp4", $"-f lavfi -i testsrc2=s=96x64:r=25:d=0.04 {H264}"),
        new("turned-90.mp4", "-i {}/base.mp4 -c copy -metadata:s:v rotate=90"),
        new("turned-180.mp4", "-i {}/base.mp4 -c copy -metadata:s:v rotate=180"),
        new("turned-270.mp4", "-i {}/base.mp4 -c copy -metadata:s:v rotate=270"),
        new("wide-pixels.mp4", $"{Clip} -vf setsar=64/45 {H264}"),
        new("odd-size.mkv", "-f lavfi -i testsrc2=s=97x65:r=25:d=1 -c:v ffv1 -pix_fmt yuv420p"),
        new("10-bit.mp4", $"{Clip} -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none -color_primaries bt709 -color_trc bt709 -colorspace bt709"),
        new("12-bit-422.mov", $"{Clip} -pix_fmt yuv422p10le -c:v prores_ks"),
        new("hdr-pq.mkv", $"{Clip} -pix_fmt yuv420p10le -c:v ffv1 {Pq}") { Notice = "HDR" },
        new("hdr-hlg.mp4", $"{Clip} -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none {Hlg}") { Notice = "HDR" },
        new("interlaced.mpg", $"{Clip} -vf setfield=tff -c:v mpeg2video -flags +ilme+ildct -q:v 3") { Notice = "interlaced", HasTimes = false },
        new("interlaced.mov", "-f lavfi -i testsrc2=s=720x576:r=25:d=0.4 -vf setfield=bff -pix_fmt yuv420p -c:v dvvideo") { Notice = "interlaced" },
        new("full-range-601.mp4", $"{Clip} -vf scale=out_color_matrix=bt601:out_range=full -pix_fmt yuvj420p -c:v libx264 -colorspace smpte170m -color_range pc"),
        new("bt709.mkv", $"{Clip} -vf scale=out_color_matrix=bt709 -pix_fmt yuv444p -c:v ffv1 -colorspace bt709"),
        new("bt2020.mkv", $"{Clip} -vf scale=out_color_matrix=bt2020 -pix_fmt yuv422p10le -c:v ffv1 -colorspace bt2020nc -color_primaries bt2020 -color_trc bt709"),
        new("grey.mkv", $"{Clip} -pix_fmt gray -c:v ffv1"),
        new("rgb.avi", $"{Clip} -pix_fmt bgr24 -c:v rawvideo"),
        new("transparent.mov", "-f lavfi -i color=red@0.5:s=96x64:r=25:d=0.6,format=argb -c:v qtrle") { Notice = "black" },
        new("transparent.webm", "-f lavfi -i color=red@0.5:s=96x64:r=25:d=0.6,format=yuva420p -c:v libvpx-vp9 -auto-alt-ref 0") { Notice = "black" },
        new("animation.gif", "-f lavfi -i testsrc2=s=96x64:r=10:d=1 -vf settb=1/100,setpts=N*(7+N) -fps_mode passthrough") { Notice = "black" },
        new("animation.apng", "-f lavfi -i testsrc2=s=96x64:r=10:d=1 -pix_fmt rgb24 -plays 0"),
        new("many-tracks.mkv", "-i {}/base.mp4 -i {}/subtitles.srt -i {}/chapters.txt -f lavfi -i sine=d=1 -f lavfi -i sine=400:d=1 -map 0:v -map 3 -map 4 -map 1 " +
            "-map_chapters 2 -c:v copy -c:a flac -c:s srt -metadata:s:a:0 language=deu -metadata:s:a:1 language=fra -metadata title=Hard -attach {}/chapters.txt -metadata:s:t mimetype=text/plain"),
        new("cover-first.mp4", "-i {}/cover.png -i {}/base.mp4 -map 0 -map 1:v -c copy -disposition:v:0 attached_pic"),
        new("two-pictures.mkv", $"{Clip} -f lavfi -i color=red:s=64x48:d=1 -map 0 -map 1 {H264}"),
        new("vp9.webm", $"{Clip} -pix_fmt yuv420p -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -lag-in-frames 16 -auto-alt-ref 1"),
        new("vp8.webm", $"{Clip} -pix_fmt yuv420p -c:v libvpx -deadline realtime -cpu-used 8"),
        new("av1.mp4", "-f lavfi -i testsrc2=s=96x64:r=25:d=0.4 -pix_fmt yuv420p -c:v libsvtav1 -preset 12"),
        new("flash.flv", $"{Clip} {H264}"),
        new("windows.wmv", $"{Clip} -c:v wmv2 -q:v 3"),
        new("theora.ogv", $"{Clip} -pix_fmt yuv420p -c:v libtheora -q:v 5"),
        new("phone.3gp", "-f lavfi -i testsrc2=s=176x144:r=15:d=1 -c:v h263"),
        new("motion-jpeg.avi", $"{Clip} -pix_fmt yuvj422p -c:v mjpeg"),
    ];

    /// <summary>The case of a name.</summary>
    public static HardCase Find(string name) => All.Single(hard => hard.Name == name);

    /// <summary>Makes a case's file.</summary>
    public static string Make(MediaFolder folder, HardCase hard)
    {
        Prepare(folder);
        if (hard.Arguments.StartsWith('-')) return folder.Make(hard.Name, hard.Arguments);
        File.WriteAllBytes(folder[hard.Name], [.. hard.Arguments.Split(' ').SelectMany(part => File.ReadAllBytes(folder[part]))]);
        return folder[hard.Name];
    }

    /// <summary>Makes what some cases are made of, once in a folder.</summary>
    public static void Prepare(MediaFolder folder)
    {
        if (File.Exists(folder["sizes.txt"])) return;
        folder.Make("base.mp4", $"{Clip} {BFrames}");
        folder.Make("base.ts", $"-i {folder["base.mp4"]} -c copy");
        folder.Make("large.ts", $"-f lavfi -i testsrc=s=128x96:r=25:d=1 {H264}");
        folder.Make("cover.png", "-f lavfi -i testsrc=s=64x64 -frames:v 1");
        File.WriteAllText(folder["subtitles.srt"], "1\n00:00:00,200 --> 00:00:00,800\nHello\n");
        File.WriteAllText(folder["chapters.txt"], ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1200\ntitle=Two\n");
        File.WriteAllText(folder["sizes.txt"], $"ffconcat version 1.0\nfile '{folder["base.ts"]}'\nfile '{folder["large.ts"]}'\n");
    }
}
