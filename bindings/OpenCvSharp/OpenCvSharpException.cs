namespace OpenCvSharp;

/// <summary>The binding itself refused a call.</summary>
public class OpenCvSharpException : Exception
{
    public OpenCvSharpException()
    {
    }

    public OpenCvSharpException(string message) : base(message)
    {
    }

    public OpenCvSharpException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
