namespace LiveStyle.Train.Drawing;

/// <summary>A landscape that nobody has painted yet: sun, clouds, mountains, a lake, a village, trees, flowers. Media draw it.</summary>
internal sealed class Scene
{
    /// <param name="seed">Decides where all things stand.</param>
    public Scene(int seed)
    {
        Random random = new(seed);
        SceneSky sky = new(random);
        Layers = [.. sky.Layers(), .. new SceneLand(random, sky.SunU).Layers(), .. new SceneVillage(random).Layers(), .. new ScenePlants(random).Layers()];
    }

    /// <summary>From back to front; the first is everywhere.</summary>
    public IReadOnlyList<SceneLayer> Layers { get; }
}
