namespace OpenCvSharp;

/// <summary>Colour conversions (cv::ColorConversionCodes); those that LiveStyle uses.</summary>
public enum ColorConversionCodes
{
    BGR2BGRA = 0,
    RGB2RGBA = 0,
    BGRA2BGR = 1,
    RGBA2RGB = 1,
    BGR2RGBA = 2,
    RGB2BGRA = 2,
    RGBA2BGR = 3,
    BGRA2RGB = 3,
    BGR2RGB = 4,
    RGB2BGR = 4,
    BGR2GRAY = 6,
    RGB2GRAY = 7,
    GRAY2BGR = 8,
    GRAY2RGB = 8,
    BGR2YCrCb = 36,
    YCrCb2BGR = 38,
    BGR2HSV = 40,
    BGR2Lab = 44,
    BGR2HLS = 52,
    HSV2BGR = 54,
    Lab2BGR = 56,
    HLS2BGR = 60,
    BGR2YUV = 82,
    YUV2BGR = 84,
    YUV2BGR_NV12 = 91,
    YUV2BGR_I420 = 101,
    YUV2BGR_YUY2 = 116,
    BGR2YUV_I420 = 128,
}
