using System.Globalization;
using LiveStyle.Frames;
using LiveStyle.Frames.Yuv;

namespace LiveStyle.Capture.Files;

/// <summary>ffmpeg's filters that make frames of a file's pictures: time stamps, range, rate, fields, colours, size and orientation.</summary>
/// <param name="media">The file.</param>
/// <param name="options">What is wanted of it.</param>
internal sealed class FilterChain(MediaInfo media, VideoReadOptions options)
{
    private const int LinesOfStandardDefinition = 576, ColumnsOfStandardDefinition = 1024;
    private static readonly TimeSpan BeforeStart = TimeSpan.FromMinutes(1); // NUT knows no negative stamps

    private VideoStreamInfo Video => media.Video;

    /// <summary>Unit of the stamps that come out.</summary>
    public TimeBase TimeBase => options.Rate is { } rate ? new TimeBase(rate.Denominator, rate.Numerator) : Video.TimeBase;

    /// <summary>What is added to the stamps, in ticks of <see cref="TimeBase"/>.</summary>
    public long Shift => options.Rate is { } rate ? FramesBeforeStart(rate) : InputShift;

    /// <summary>True if half pictures are made whole.</summary>
    public bool Deinterlaces => options.Deinterlace == Deinterlacing.On || (options.Deinterlace == Deinterlacing.Auto && Video.IsInterlaced);

    /// <summary>
    /// True if what comes out is 4:2:0, which is made BGR here; false if it is BGR. ffmpeg converts what has to be scaled, tone-mapped or blended
    /// anyway, all but the plain 8-bit 4:2:0, and what can't be turned without parting a colour sample from its pixels.
    /// </summary>
    public bool GivesPlanes => PixelLayout.IsPlain420(Video.PixelFormat) && Size == Video.Stored && !Video.IsHdr && !Video.HasAlpha
        && (!Video.IsTurned || ((Video.Stored.Width | Video.Stored.Height) & 1) == 0);

    /// <summary>How the numbers mean colours that come out as 4:2:0.</summary>
    public YuvCoding Coding => new(Matrix(), Video.Colors.IsFullRange);

    /// <summary>Where the colour samples stand that come out.</summary>
    public ChromaSiting Siting => (Video.IsMirrored ? Video.Siting.Mirrored() : Video.Siting).Turned(Video.Rotation);

    private long InputShift => Video.TimeBase.Nearest(
        (options.Rate is { } rate ? rate.TimeAt(FramesBeforeStart(rate)) : BeforeStart) - media.StartTime);

    private FrameFormat Size => options.Size is not { } size
        ? Video.Stored
        : Video.Rotation is 90 or 270 ? new FrameFormat(size.Height, size.Width) : size;

    /// <summary>Time of a stamp that came out, counted from <see cref="MediaInfo.StartTime"/>.</summary>
    public TimeSpan TimeOf(long ticks) =>
        options.Rate is { } rate ? rate.TimeAt(ticks - Shift) : TimeBase.TimeOf(ticks - Shift) - media.StartTime;

    /// <summary>The chain as ffmpeg takes it.</summary>
    /// <param name="skipped">Ticks of the input that were left out before its stamp 0.</param>
    /// <param name="seeks">True if frames before <see cref="VideoReadOptions.From"/> are left out, but for key frames: see <see cref="Decoder"/>.</param>
    public string Build(bool seeks, long skipped = 0)
    {
        List<string> filters = [Stamps(InputShift + skipped)];
        if (Deinterlaces)
        {
            filters.Add($"bwdif=mode=send_frame:parity=auto:deint={(options.Deinterlace == Deinterlacing.On ? "all" : "interlaced")}");
            filters.Add($"settb={Video.TimeBase}"); // bwdif halves the unit
        }

        if (seeks) filters.Add($"select='if(key,st(0,1));{(options.Rate is null ? $"ld(0)*(key+gte(pts,{FirstStamp()}))" : "ld(0)")}'");
        if (options.Rate is { } rate) filters.Add($"fps=fps={rate}:round=near");
        filters.AddRange(Video.IsHdr ? ToneMapping() : GivesPlanes ? Planes() : Colors());
        if (Video.IsMirrored) filters.Add("hflip");
        if (Video.Rotation != 0) filters.Add(Video.Rotation switch { 90 => "transpose=clock", 180 => "hflip,vflip", _ => "transpose=cclock" });
        return string.Join(',', filters);
    }

    private static long FramesBeforeStart(FrameRate rate) => (long)Math.Ceiling(BeforeStart.TotalSeconds * rate.PerSecond);

    private long FirstStamp() => Video.TimeBase.FirstAt(options.From + media.StartTime) + InputShift;

    /// <summary>Stamps that rise, as the file says them.</summary>
    /// <remarks>
    /// A missing one is an interval after the one before; one that does not rise is a tick after it. One that is more than a second back
    /// begins another time line, as where recordings were joined without care: it goes on an interval after the one before, and all later
    /// ones with it. Variable 0 is what is added for that, variable 1 the stamp in question.
    /// </remarks>
    private string Stamps(long offset)
    {
        long interval = Math.Max(1, Video.TimeBase.Nearest((Video.Rate ?? new FrameRate(25, 1)).Interval));
        long jump = Math.Max(interval, Video.TimeBase.Nearest(TimeSpan.FromSeconds(1)));
        string shift = offset.ToString(CultureInfo.InvariantCulture);
        return $"setpts='st(1,if(isnan(PTS),if(isnan(PREV_OUTPTS),{shift},PREV_OUTPTS+{interval}),PTS+{shift}+ld(0)));" +
            $"if(isnan(PREV_OUTPTS)+gt(ld(1),PREV_OUTPTS),ld(1)," +
            $"if(lt(ld(1),PREV_OUTPTS-{jump}),st(0,ld(0)+PREV_OUTPTS+{interval}-ld(1))*0+PREV_OUTPTS+{interval},PREV_OUTPTS+1))'";
    }

    /// <summary>The file's own bytes: with the same size, format and range on both sides the scaler hands frames on, unless they change midway.</summary>
    private IEnumerable<string> Planes() => [$"{Scale("bilinear")}:in_range={Range}:out_range={Range}", "format=yuv420p|yuvj420p"];

    /// <summary>Rounded exactly: swscale's quick path for 4:2:0 is off by up to 3.</summary>
    private IEnumerable<string> Colors()
    {
        string scale = Scale(Size == Video.Stored ? "bilinear" : "bicubic");
        if (PixelLayout.IsYuv(Video.PixelFormat)) scale += $":in_color_matrix={Matrix().ScaleName}:in_range={Range}";
        yield return scale;
        if (Video.HasAlpha) yield return "format=gbrap,premultiply=inplace=1"; // over black
        yield return "format=bgr24";
    }

    private string Range => Video.Colors.IsFullRange ? "full" : "limited";

    private string Scale(string way) => $"scale=w={Size.Width}:h={Size.Height}:flags={way}+accurate_rnd+full_chroma_int";

    /// <summary>The file's matrix. Where it does not say: by the size, as players do.</summary>
    private YuvMatrix Matrix() => YuvMatrix.Named(Video.Colors.Matrix) ?? (
        Video.Colors.Matrix == "bt2020c" ? YuvMatrix.Bt2020
        : Video.Stored.Height > LinesOfStandardDefinition || Video.Stored.Width > ColumnsOfStandardDefinition ? YuvMatrix.Bt709
        : YuvMatrix.Bt601);

    /// <summary>From HDR's absolute light to a usual screen's 100 cd/m2: midtones as they are, highlights compressed.</summary>
    private IEnumerable<string> ToneMapping()
    {
        if (Size != Video.Stored) yield return $"scale=w={Size.Width}:h={Size.Height}:flags=bicubic";
        if (PixelLayout.IsYuv(Video.PixelFormat)) yield return "format=yuv444p12le"; // zscale refuses odd sizes else
        string matrix = Video.Colors.Matrix is null or "bt2020c" ? "bt2020nc" : Video.Colors.Matrix;
        yield return $"zscale=tin={Video.Colors.Transfer}:pin={Video.Colors.Primaries ?? "bt2020"}:min={matrix}:rin={Range}:t=linear:npl=100";
        yield return "format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=mobius:desat=0,zscale=t=bt709:r=full,format=gbrp,format=bgr24";
    }
}
