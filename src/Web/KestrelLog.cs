using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>Hands what Kestrel has to warn of to the log that the program gave, and nothing below: it speaks of every connection.</summary>
internal sealed class KestrelLog(ILogger log) : ILoggerFactory, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && log.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) log.Log(logLevel, eventId, state, exception, formatter);
    }

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <summary>The log is borrowed.</summary>
    public void Dispose()
    {
    }
}
