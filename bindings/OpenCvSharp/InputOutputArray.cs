namespace OpenCvSharp;

/// <summary>A matrix that a function reads and changes. Made by the implicit conversion from <see cref="Mat"/>.</summary>
public class InputOutputArray : OutputArray
{
    internal InputOutputArray(Mat mat) : base(mat)
    {
    }

    public static new InputOutputArray Create(Mat mat) => new(mat ?? throw new ArgumentNullException(nameof(mat)));

    public static implicit operator InputOutputArray(Mat mat) => Create(mat);
}
