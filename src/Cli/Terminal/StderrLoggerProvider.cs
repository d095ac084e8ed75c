using Microsoft.Extensions.Logging;

namespace LiveStyle.Cli.Terminal;

/// <summary>Log lines as plain sentences on stderr.</summary>
internal sealed class StderrLoggerProvider(LogLevel least) : ILoggerProvider
{
    /// <summary>Warnings and worse; with --verbose everything but the per-frame level.</summary>
    public static LoggerFactory CreateFactory(bool verbose)
    {
        LogLevel least = verbose ? LogLevel.Debug : LogLevel.Warning;
        return new LoggerFactory([new StderrLoggerProvider(least)], new LoggerFilterOptions { MinLevel = least });
    }

    public ILogger CreateLogger(string categoryName) => new StderrLogger(categoryName, least);

    public void Dispose()
    {
    }

    private sealed class StderrLogger(string category, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            string mark = logLevel >= LogLevel.Error ? "error" : logLevel == LogLevel.Warning ? "warning" : category;
            Stderr.Say($"{mark}: {formatter(state, exception)}");
            if (exception is not null && least <= LogLevel.Debug) Stderr.Say(exception.ToString());
        }
    }
}
