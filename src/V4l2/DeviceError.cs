namespace LiveStyle.V4l2;

/// <summary>What the kernel answers; the numbers are Linux's errno.</summary>
internal enum DeviceError
{
    None = 0,
    NotPermitted = 1,
    NoEntry = 2,
    Interrupted = 4,
    InputOutput = 5,
    NoSuchAddress = 6,
    TryAgain = 11,
    AccessDenied = 13,
    Busy = 16,
    NoDevice = 19,
    Invalid = 22,
    NoSuchRequest = 25,
}
