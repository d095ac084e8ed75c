namespace LiveStyle.V4l2;

/// <summary>Says a <see cref="DeviceError"/> in the user's words, with the cure where there is one.</summary>
internal static class DeviceErrorText
{
    /// <summary>The end of a sentence that begins with what failed; without a full stop.</summary>
    public static string Reason(this DeviceError error) => error switch
    {
        DeviceError.AccessDenied or DeviceError.NotPermitted =>
            "you may not use it: add yourself to the group 'video' (sudo usermod -aG video $USER), then log in again",
        DeviceError.Busy => "another program is using it",
        DeviceError.NoEntry or DeviceError.NoDevice or DeviceError.NoSuchAddress => "it is not there; was it unplugged?",
        DeviceError.NoSuchRequest => "it is no video device",
        _ => $"the driver answers with error {(int)error}",
    };
}
