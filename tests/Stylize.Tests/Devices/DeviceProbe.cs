using LiveStyle.Stylize.Devices;
using LiveStyle.Stylize.Tests.Support;

namespace LiveStyle.Stylize.Tests.Devices;

/// <summary>
/// The child process: stylizes one small picture on a device and says what happened. Drivers read the environment of the process, and a
/// bad one may end it.
/// </summary>
internal static class DeviceProbe
{
    public const int Width = 32;
    public const int Height = 24;

    /// <summary>Arguments: device, style folder, file for the stylized pixels. Prints the device, the reason, and each warning.</summary>
    public static int Main(string[] arguments)
    {
        WarningLog log = new();
        StylizerOptions options = new() { Device = Enum.Parse<ExecutionDevice>(arguments[0]), Threads = 1 };
        using Stylizer stylizer = new(StylePack.Load(arguments[1]), options, log);
        stylizer.Through(Pictures.Noise(Width, Height), Width, Height); // what is left of one frame must not show in the next
        File.WriteAllBytes(arguments[2], stylizer.Through(Pictures.Scene(Width, Height), Width, Height));
        Console.WriteLine(stylizer.Device);
        Console.WriteLine(stylizer.FallbackReason);
        foreach (string line in log.Lines) Console.WriteLine(line);
        return 0;
    }
}
