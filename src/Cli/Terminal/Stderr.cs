using Spectre.Console;

namespace LiveStyle.Cli.Terminal;

/// <summary>Everything that is not a result: what happens, warnings, errors. Works beside a live progress display.</summary>
internal static class Stderr
{
    private static IAnsiConsole? _live;

    /// <summary>True if a person is watching.</summary>
    public static bool IsTerminal => !Console.IsErrorRedirected;

    /// <summary>Writes a line.</summary>
    public static void Say(string line)
    {
        if (Volatile.Read(ref _live) is { } console) console.WriteLine(line); // Spectre moves its display out of the way
        else Console.Error.WriteLine(line);
    }

    /// <summary>Until disposed, lines go around a live display on the console that is returned.</summary>
    public static LiveDisplay BeginLive()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        Volatile.Write(ref _live, console);
        return new LiveDisplay(console);
    }

    /// <summary>A console that a live display owns for a while.</summary>
    internal readonly struct LiveDisplay(IAnsiConsole console) : IDisposable
    {
        public IAnsiConsole Console => console;

        public void Dispose() => Volatile.Write(ref _live, null);
    }
}
