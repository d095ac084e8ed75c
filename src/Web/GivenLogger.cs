using Microsoft.Extensions.Logging;

namespace LiveStyle.Web;

/// <summary>Hands what Kestrel has to warn of to the log that the program gave; nothing goes to the console.</summary>
internal sealed class GivenLogger(ILogger log) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => log;

    /// <summary>The log is borrowed.</summary>
    public void Dispose()
    {
    }
}
