using LiveStyle.Cli.Terminal;
using LiveStyle.Video;

namespace LiveStyle.Cli.Video;

/// <summary>Space or p in the terminal holds a film up, and lets it go on.</summary>
internal static class PauseKeys
{
    /// <summary>Listens while <paramref name="work"/> lasts, and returns what it returns.</summary>
    public static async Task<T> WhileAsync<T>(PauseGate gate, Task<T> work)
    {
        using var ending = new CancellationTokenSource();
        Task keys = TerminalKeys.ListenAsync(key => Press(key, gate), ending.Token);
        try
        {
            return await work;
        }
        finally
        {
            await ending.CancelAsync();
            await keys;
        }
    }

    private static void Press(char key, PauseGate gate)
    {
        if (key is ' ' or 'p' or 'P') gate.Toggle();
    }
}
