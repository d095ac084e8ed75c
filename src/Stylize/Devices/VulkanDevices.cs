using System.Runtime.InteropServices;
using System.Text;

namespace LiveStyle.Stylize.Devices;

/// <summary>Asks libvulkan which devices there are, before WebGPU takes one of them without saying which.</summary>
public static unsafe partial class VulkanDevices
{
    private const string Library = "libvulkan.so.1";
    private const int InstanceCreateInfoType = 1; // VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO
    private const int CpuDevice = 4; // VK_PHYSICAL_DEVICE_TYPE_CPU

    /// <summary>Every device of every installed driver; empty without a driver or without libvulkan.</summary>
    /// <param name="reason">Why the list is empty, or <see langword="null"/>.</param>
    public static IReadOnlyList<VulkanDevice> List(out string? reason)
    {
        reason = null;
        try
        {
            InstanceCreateInfo info = new() { StructureType = InstanceCreateInfoType };
            int created = CreateInstance(&info, null, out nint instance);
            if (created != 0)
            {
                reason = $"no Vulkan driver is installed (vkCreateInstance: {created})";
                return [];
            }

            try
            {
                List<VulkanDevice> devices = Devices(instance);
                if (devices.Count == 0) reason = "no Vulkan driver has a device";
                return devices;
            }
            finally
            {
                DestroyInstance(instance, null);
            }
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            reason = $"Vulkan is not installed ({Library} is missing)";
            return [];
        }
    }

    private static List<VulkanDevice> Devices(nint instance)
    {
        uint count = 0;
        if (EnumeratePhysicalDevices(instance, &count, null) < 0 || count == 0) return [];
        nint[] handles = new nint[count];
        fixed (nint* first = handles)
            if (EnumeratePhysicalDevices(instance, &count, first) < 0) return [];

        List<VulkanDevice> devices = [];
        foreach (nint handle in handles.AsSpan(0, (int)count))
        {
            DeviceProperties properties = default;
            GetPhysicalDeviceProperties(handle, &properties);
            ReadOnlySpan<byte> name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(properties.Name);
            devices.Add(new VulkanDevice(Encoding.UTF8.GetString(name), properties.Type == CpuDevice));
        }

        return devices;
    }

    [LibraryImport(Library, EntryPoint = "vkCreateInstance")]
    private static partial int CreateInstance(InstanceCreateInfo* info, void* allocator, out nint instance);

    [LibraryImport(Library, EntryPoint = "vkDestroyInstance")]
    private static partial void DestroyInstance(nint instance, void* allocator);

    [LibraryImport(Library, EntryPoint = "vkEnumeratePhysicalDevices")]
    private static partial int EnumeratePhysicalDevices(nint instance, uint* count, nint* devices);

    [LibraryImport(Library, EntryPoint = "vkGetPhysicalDeviceProperties")]
    private static partial void GetPhysicalDeviceProperties(nint device, DeviceProperties* properties);

    /// <summary>VkInstanceCreateInfo; nothing but its type is set.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct InstanceCreateInfo
    {
        public int StructureType;
        public nint Next;
        public int Flags;
        public nint ApplicationInfo;
        public uint LayerCount;
        public nint Layers;
        public uint ExtensionCount;
        public nint Extensions;
    }

    /// <summary>The start of VkPhysicalDeviceProperties (824 bytes; rounded up here).</summary>
    [StructLayout(LayoutKind.Sequential, Size = 1024)]
    private struct DeviceProperties
    {
        public uint ApiVersion;
        public uint DriverVersion;
        public uint VendorId;
        public uint DeviceId;
        public int Type;
        public fixed byte Name[256];
    }
}
