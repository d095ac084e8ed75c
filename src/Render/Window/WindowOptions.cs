namespace LiveStyle.Render.Window;

/// <summary>A window.</summary>
public sealed record WindowOptions
{
    /// <summary>In its title bar.</summary>
    public required string Title { get; init; }

    /// <summary>Told of each key, on the thread that writes.</summary>
    public required Action<char> OnKey { get; init; }

    /// <summary>Told once when the user closes the window; nothing is shown after that.</summary>
    public required Action OnClosed { get; init; }

    /// <summary>Asked before each frame: lines to be written over the picture.</summary>
    public Func<IReadOnlyList<string>> Text { get; init; } = () => [];
}
