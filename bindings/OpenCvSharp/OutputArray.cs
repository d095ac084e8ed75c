namespace OpenCvSharp;

/// <summary>A matrix that a function fills. Made by the implicit conversion from <see cref="Mat"/>.</summary>
public class OutputArray
{
    internal OutputArray(Mat mat) => Mat = mat;

    internal Mat Mat { get; }

    public static OutputArray Create(Mat mat) => new(mat ?? throw new ArgumentNullException(nameof(mat)));

    public static implicit operator OutputArray(Mat mat) => Create(mat);
}
