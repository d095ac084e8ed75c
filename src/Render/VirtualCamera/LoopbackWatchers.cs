using LiveStyle.V4l2;

namespace LiveStyle.Render.VirtualCamera;

/// <summary>Finds out whether anyone reads a virtual camera: by the driver's events (0.13 and later), else by who has it open.</summary>
internal sealed class LoopbackWatchers
{
    private readonly IVideoDevice _device;
    private readonly string _path;
    private readonly bool _hasEvents;
    private bool? _any;

    public LoopbackWatchers(IVideoDevice device, string path)
    {
        (_device, _path) = (device, path);
        var subscription = new EventSubscriptionRecord { Type = EventRecord.ClientUsage, Flags = EventSubscriptionRecord.SendInitial };
        _hasEvents = device.Control(VideoRequest.SubscribeEvent, ref subscription) == DeviceError.None;
    }

    /// <returns><see langword="null"/> if nothing tells.</returns>
    public bool? Any() => _hasEvents ? FromEvents() : DeviceUsers.Any(_path);

    private bool? FromEvents()
    {
        try
        {
            var record = default(EventRecord);
            while (_device.Control(VideoRequest.DequeueEvent, ref record) == DeviceError.None)
                if (record.Type == EventRecord.ClientUsage) _any = record.Count > 0;
            return _any;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }
}
