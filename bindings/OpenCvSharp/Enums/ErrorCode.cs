namespace OpenCvSharp;

/// <summary>OpenCV's error numbers (cv::Error::Code); others keep their number.</summary>
public enum ErrorCode
{
    StsOk = 0,
    StsBackTrace = -1,
    StsError = -2,
    StsInternal = -3,
    StsNoMem = -4,
    StsBadArg = -5,
    StsBadFunc = -6,
    StsNoConv = -7,
    StsNullPtr = -27,
    StsVecLengthErr = -28,
    StsBadSize = -201,
    StsInplaceNotSupported = -203,
    StsObjectNotFound = -204,
    StsUnmatchedFormats = -205,
    StsBadFlag = -206,
    StsBadPoint = -207,
    StsBadMask = -208,
    StsUnmatchedSizes = -209,
    StsUnsupportedFormat = -210,
    StsOutOfRange = -211,
    StsParseError = -212,
    StsNotImplemented = -213,
    StsBadMemBlock = -214,
    StsAssert = -215,
}
