#pragma warning disable CA1032 // the real one has this one constructor

namespace OpenCvSharp;

/// <summary>A C++ exception of OpenCV (cv::Exception).</summary>
public class OpenCVException(ErrorCode status, string funcName, string errMsg, string fileName, int line)
    : Exception(errMsg)
{
    /// <summary>OpenCV's error number.</summary>
    public ErrorCode Status { get; } = status;

    /// <summary>The C++ function that failed.</summary>
    public string FuncName { get; } = funcName;

    /// <summary>What OpenCV says about it.</summary>
    public string ErrMsg { get; } = errMsg;

    /// <summary>The C++ source file that failed.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The line in <see cref="FileName"/>.</summary>
    public int Line { get; } = line;
}
