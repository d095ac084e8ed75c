namespace OpenCvSharp;

/// <summary>A matrix that a function reads. Made by the implicit conversion from <see cref="Mat"/>.</summary>
public class InputArray
{
    internal InputArray(Mat mat) => Mat = mat;

    internal Mat Mat { get; }

    public static InputArray Create(Mat mat) => new(mat ?? throw new ArgumentNullException(nameof(mat)));

    public static implicit operator InputArray(Mat mat) => Create(mat);
}
