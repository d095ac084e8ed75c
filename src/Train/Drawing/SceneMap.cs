namespace LiveStyle.Train.Drawing;

/// <summary>A scene seen pixel by pixel: which thing is there, its colour, and where its outlines are.</summary>
internal sealed class SceneMap
{
    private readonly int[] _regions;

    /// <param name="scene">Borrowed.</param>
    /// <param name="size">Pixels a side.</param>
    public SceneMap(Scene scene, int size)
    {
        (Scene, Size, _regions) = (scene, size, new int[size * size]);
        Parallel.For(0, size, y =>
        {
            for (int x = 0; x < size; x++) _regions[y * size + x] = Front((x + 0.5f) / size, (y + 0.5f) / size);
        });
        Colors = Canvas.Of(size, (x, y) => scene.Layers[Region(x, y)].Color((x + 0.5f) / size, (y + 0.5f) / size));
        Outlines = Plane.Of(size, (x, y) => Region(x, y) != Region(x + 1, y) || Region(x, y) != Region(x, y + 1) ? 1 : 0).Distances();
    }

    public Scene Scene { get; }

    public int Size { get; }

    public Canvas Colors { get; }

    /// <summary>Distance to the nearest outline in pixels.</summary>
    public Plane Outlines { get; }

    /// <summary>Index of the layer that is in front at a pixel; beyond the edge that of the edge.</summary>
    public int Region(int x, int y) => _regions[Math.Clamp(y, 0, Size - 1) * Size + Math.Clamp(x, 0, Size - 1)];

    private int Front(float u, float v)
    {
        int layer = Scene.Layers.Count - 1;
        while (layer > 0 && Scene.Layers[layer].Inside(u, v) <= 0) layer--;
        return layer;
    }
}
