using LiveStyle.Frames;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests;

public sealed class StyleCatalogTests
{
    [Fact]
    public void A_style_is_found_by_name_whatever_the_case_and_by_path()
    {
        using TestStyle style = new(new TinyOnnx(), name: "great-wave");
        StyleCatalog catalog = new([style.Parent]);
        Assert.Equal(style.Folder, catalog.Find("great-wave").Folder);
        Assert.Equal(style.Folder, catalog.Find("Great-Wave").Folder);
        Assert.Equal("great-wave", new StyleCatalog([]).Find(style.Folder).Manifest.Name);
    }

    [Theory]
    [InlineData("graet-wave", "Did you mean 'great-wave'?")]
    [InlineData("greatwave", "Did you mean 'great-wave'?")]
    [InlineData("wave", "Did you mean 'great-wave'?")]
    [InlineData("starry-night", "Styles here: great-wave.")]
    public void An_unknown_name_gets_the_near_ones_or_all(string typed, string advice)
    {
        using TestStyle style = new(new TinyOnnx(), name: "great-wave");
        ModelInvalidException refusal = Assert.Throws<ModelInvalidException>(() => new StyleCatalog([style.Parent]).Find(typed));
        Assert.Equal($"Cannot use '{typed}': there is no style of that name. {advice}", refusal.Message);
    }

    [Fact]
    public void Without_any_style_the_searched_folders_are_named()
    {
        ModelInvalidException refusal = Assert.Throws<ModelInvalidException>(() => new StyleCatalog(["nowhere"]).Find("wave"));
        Assert.EndsWith("No style was found in nowhere.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_without_a_style_is_refused()
    {
        ModelInvalidException refusal = Assert.Throws<ModelInvalidException>(() => new StyleCatalog([]).Find("./no/such/style"));
        Assert.Contains("no such folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_broken_styles_with_their_problem_and_earlier_folders_win()
    {
        using TestStyle first = new(new TinyOnnx(), name: "great-wave"), second = new(new TinyOnnx(), name: "great-wave");
        using TestStyle broken = new(new TinyOnnx(), name: "broken");
        File.WriteAllText(broken.ManifestPath, "{");
        IReadOnlyList<StyleListing> list = new StyleCatalog([first.Parent, second.Parent, broken.Parent, "missing"]).List();
        Assert.Equal(["broken", "great-wave"], list.Select(s => s.Name));
        Assert.NotNull(list[0].Problem);
        Assert.Null(list[1].Problem);
        Assert.Equal(first.Folder, list[1].Folder);
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("wave", "wave", 0)]
    [InlineData("wvae", "wave", 1)]
    [InlineData("WAVES", "wave", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits(string a, string b, int expected) => Assert.Equal(expected, NameDistance.Between(a, b));
}
