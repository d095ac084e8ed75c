namespace LiveStyle.V4l2;

/// <summary>Which side of a node a request is about.</summary>
internal enum BufferType : uint
{
    VideoCapture = 1,
    VideoOutput = 2,
}
