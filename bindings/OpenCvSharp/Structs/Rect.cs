using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A rectangle of pixels (cv::Rect): the right and bottom edges are outside.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Rect(int X, int Y, int Width, int Height)
{
    public int X = X;
    public int Y = Y;
    public int Width = Width;
    public int Height = Height;

    public Rect(Point location, Size size) : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    public readonly int Left => X;

    public readonly int Top => Y;

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public readonly Size Size => new(Width, Height);

    public readonly Point Location => new(X, Y);
}
