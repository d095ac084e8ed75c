namespace LiveStyle.Train.Drawing;

/// <summary>A way to draw a scene.</summary>
internal interface IMedium
{
    /// <param name="scene">What to draw. Borrowed.</param>
    /// <param name="size">Pixels a side.</param>
    /// <param name="seed">Decides all that the hand does by chance.</param>
    Canvas Draw(Scene scene, int size, int seed);
}
