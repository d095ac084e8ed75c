namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: here always the CPU.</summary>
    public class Device
    {
        public Device(DeviceType type, int index = -1)
        {
            if (type != DeviceType.CPU)
            {
                throw new NotSupportedException("This build of TorchSharp knows the CPU only.");
            }

            this.type = type;
            this.index = index;
        }

        public DeviceType type { get; }

        public int index { get; }

        public override string ToString() => "cpu";
    }
}
