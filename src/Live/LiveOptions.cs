using LiveStyle.Frames;
using LiveStyle.Live.Sources;
using LiveStyle.Stylize;
using LiveStyle.Stylize.Devices;

namespace LiveStyle.Live;

/// <summary>What a live run is made of, and what can't be changed while it runs.</summary>
public sealed record LiveOptions
{
    /// <summary>To begin with.</summary>
    public required LiveSettings Settings { get; init; }

    /// <summary>Opens the source, renting from the pool that it is given. Called again, with back-off, when the source is gone.</summary>
    public required Func<FramePool, IFrameSource> OpenSource { get; init; }

    /// <summary>Opens a file for a recording of a given rate.</summary>
    public required Func<string, FrameRate, IFrameSink> OpenRecording { get; init; }

    /// <summary>Opens a file for one picture.</summary>
    public required Func<string, IFrameSink> OpenSnapshot { get; init; }

    /// <summary>Folder of snapshots and recordings that have no other name; made when it is needed.</summary>
    public required string Folder { get; init; }

    /// <summary>Frames a second: more are let go, and the network is chosen so that they are held. Default: those of the source.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>The part of the source's picture that is used. Default: all.</summary>
    public Crop? Crop { get; init; }

    /// <summary>What computes the networks. Default: the first that works.</summary>
    public ExecutionDevice Device { get; init; } = ExecutionDevice.Auto;

    /// <summary>What the networks compute with. Default: int8 on the CPU, float32 on GPUs.</summary>
    public NetworkPrecision? Precision { get; init; }

    /// <summary>Threads of a network on the CPU. Default 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>The clock of the whole run.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal StylizerOptions For(NetworkTier tier, int? size, bool abreast) =>
        new() { Device = Device, Precision = Precision, Threads = Threads, Tier = tier, Size = size, Abreast = abreast };
}
