namespace LiveStyle.Render.Tests;

/// <summary>Ten seconds with two sound tracks, two subtitles, chapters, a cover, a font and titles: made once for all tests of a class.</summary>
public sealed class RichFilm : IDisposable
{
    private readonly TestMedia.MediaFolder _media = new();

    public RichFilm()
    {
        const string Srt = "1\n00:00:00,500 --> 00:00:03,000\nearly\n\n2\n00:00:04,000 --> 00:00:05,000\nsecond\nof two lines\n\n3\n00:00:08,000 --> 00:00:09,500\nlate\n";
        File.WriteAllText(_media["s.srt"], Srt);
        _media.Make("s.ass", "-i {}/s.srt");
        File.WriteAllText(_media["meta"], ";FFMETADATA1\ntitle=Film\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=4000\ntitle=one\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=4000\nEND=10000\ntitle=two\n");
        _media.Make("cover.png", "-f lavfi -i color=red:s=32x32 -frames:v 1");
        File.WriteAllBytes(_media["font.ttf"], [0, 1, 0, 0, 0, 0]);
        Path = _media.Make(
            "in.mkv",
            "-f lavfi -i testsrc=s=64x64:r=25:d=10 -f lavfi -i sine=d=10 -f lavfi -i sine=f=800:d=10 -i {}/s.ass -i {}/s.srt -i {}/meta " +
            $"-map 0 -map 1 -map 2 -map 3 -map 4 -map_metadata 5 {TestMedia.MediaFolder.H264} -g 250 -c:a:0 aac -c:a:1 mp3 -c:s:0 ass -c:s:1 srt " +
            "-metadata:s:a:0 language=deu -metadata:s:a:1 language=eng -metadata:s:a:1 title=Commentary -metadata:s:s:0 language=fra " +
            "-metadata:s:s:1 language=spa -disposition:a:0 0 -disposition:a:1 default -attach {}/cover.png -metadata:s:t:0 mimetype=image/png -metadata:s:t:0 filename=cover.png " +
            "-attach {}/font.ttf -metadata:s:t:1 mimetype=application/x-truetype-font -metadata:s:t:1 filename=font.ttf");
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public void Dispose() => _media.Dispose();
}
