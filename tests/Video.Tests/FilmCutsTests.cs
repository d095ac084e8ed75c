using LiveStyle.Capture;

namespace LiveStyle.Video.Tests;

public sealed class FilmCutsTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(14);

    [Fact]
    public void Parts_follow_each_other_and_hold_every_frame_once()
    {
        Random random = new(11);
        for (int film = 0; film < 200; film++)
        {
            IndexedPicture[] pictures = Film(random.Next(1, 4000), _ => random.Next(60) == 0);
            IReadOnlyList<FilmPart> parts = FilmCuts.Find(pictures, new VideoReadOptions(), Length);

            Assert.Equal(pictures.Length, parts.Sum(part => part.Frames));
            Assert.Equal(Enumerable.Range(0, parts.Count), parts.Select(part => part.Index));
            Assert.Equal(TimeSpan.Zero, parts[0].From);
            Assert.Null(parts[^1].To);
            foreach ((FilmPart part, FilmPart next) in parts.Zip(parts.Skip(1)))
            {
                Assert.Equal(part.To, next.From);
                Assert.InRange(part.To!.Value - part.From, TimeSpan.FromSeconds(7.9), TimeSpan.FromSeconds(20.1));
                Assert.Equal(part.Frames, pictures.Count(picture => picture.Time >= part.From && picture.Time < part.To));
                Assert.DoesNotContain(pictures, picture => (picture.Time - part.To.Value).Duration() < TimeSpan.FromMilliseconds(19));
            }
        }
    }

    [Fact]
    public void A_cut_is_at_a_key_frame()
    {
        IndexedPicture[] pictures = Film(1500, i => i % 120 == 0); // one each 4.8 s
        IReadOnlyList<FilmPart> parts = FilmCuts.Find(pictures, new VideoReadOptions(), Length);
        Assert.Equal([360L, 360, 360, 420], parts.Select(part => part.Frames));
    }

    [Fact]
    public void A_key_frame_out_of_turn_is_a_change_of_scene_and_the_best_place()
    {
        int[] keys = [0, 250, 410, 500, 750, 1000]; // x264's 250, and one where the scene changes
        IReadOnlyList<FilmPart> parts = FilmCuts.Find(Film(1200, keys.Contains), new VideoReadOptions(), Length);
        Assert.Equal(410, parts[0].Frames);
    }

    [Fact]
    public void Without_key_frames_in_reach_a_cut_is_anywhere()
    {
        IReadOnlyList<FilmPart> parts = FilmCuts.Find(Film(1500, i => i == 0), new VideoReadOptions(), Length);
        Assert.Equal([350L, 350, 350, 450], parts.Select(part => part.Frames));
    }

    [Fact]
    public void Only_what_is_read_is_cut()
    {
        var reading = new VideoReadOptions { From = TimeSpan.FromSeconds(10), To = TimeSpan.FromSeconds(40) };
        IReadOnlyList<FilmPart> parts = FilmCuts.Find(Film(1500, i => i % 25 == 0), reading, Length);
        Assert.Equal((reading.From, reading.To, 750), (parts[0].From, parts[^1].To, parts.Sum(part => part.Frames)));
        Assert.Equal(2, parts.Count);
    }

    [Fact]
    public void A_film_without_an_index_is_one_part() =>
        Assert.Equal([new FilmPart(0, TimeSpan.Zero, null, 0)], FilmCuts.Find([], new VideoReadOptions(), Length));

    private static IndexedPicture[] Film(int frames, Func<int, bool> isKey) =>
        [.. Enumerable.Range(0, frames).Select(i => new IndexedPicture(TimeSpan.FromMilliseconds(40 * i), isKey(i)))];
}
