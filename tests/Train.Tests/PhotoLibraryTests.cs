using LiveStyle.Frames;
using LiveStyle.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Tests;

public sealed class PhotoLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Kept_photo_is_the_same_as_one_that_is_read_again()
    {
        using DisposeScope scope = NewDisposeScope();
        Pictures.Save(_folder.File("p.png"), rand(1, 3, 200, 300));
        using PhotoLibrary keeping = new(100);
        using PhotoLibrary forgetting = new(100, budget: 0);
        Tensor first = keeping.Load(_folder.File("p.png"), 80);
        File.Copy(_folder.File("p.png"), _folder.File("again.png"));
        File.Delete(_folder.File("p.png"));
        Assert.Equal([1, 3, 80, 120], first.shape);
        Assert.Equal(0, (first - keeping.Load(_folder.File("p.png"), 80)).abs().max().item<float>());
        Assert.Equal(0, (first - forgetting.Load(_folder.File("again.png"), 80)).abs().max().item<float>());
        File.Delete(_folder.File("again.png"));
        Assert.Throws<MediaUnreadableException>(() => forgetting.Load(_folder.File("again.png"), 80));
    }

    [Fact]
    public void Photos_that_are_not_named_are_looked_for_and_too_few_are_told_so()
    {
        using DisposeScope scope = NewDisposeScope();
        string few = Directory.CreateDirectory(_folder.File("few")).FullName;
        string enough = Directory.CreateDirectory(_folder.File("enough")).FullName;
        for (int index = 0; index < DefaultPhotos.Fewest; index++) Pictures.Save(Path.Combine(enough, $"{index}.png"), zeros([1, 3, 4, 4]));
        Pictures.Save(Path.Combine(few, "one.png"), zeros([1, 3, 4, 4]));
        Assert.Equal(enough, DefaultPhotos.Find(null, [_folder.File("none"), few, enough]));
        Assert.Equal("mine", DefaultPhotos.Find("mine", [enough]));
        Assert.Contains("--photos", Assert.Throws<MediaUnreadableException>(() => DefaultPhotos.Find(null, [few])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
