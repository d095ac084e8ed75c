namespace LiveStyle.Cli.Terminal;

/// <summary>Keys that are pressed in the terminal, where there is one.</summary>
internal static class TerminalKeys
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Tells <paramref name="press"/> of each key until <paramref name="end"/>. Returns at once where stdin is no terminal.</summary>
    public static async Task ListenAsync(Action<char> press, CancellationToken end)
    {
        if (Console.IsInputRedirected) return;
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false))
                while (Console.KeyAvailable) press(Read());
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Arrows stand for what they mean: right and left turn styles, up and down strength.</summary>
    private static char Read()
    {
        ConsoleKeyInfo key = Console.ReadKey(intercept: true);
        return key.Key switch
        {
            ConsoleKey.RightArrow => 'n',
            ConsoleKey.LeftArrow => 'p',
            ConsoleKey.UpArrow => '+',
            ConsoleKey.DownArrow => '-',
            _ => key.KeyChar,
        };
    }
}
