using Microsoft.Extensions.Hosting;

namespace LiveStyle.Web;

/// <summary>Leaves Ctrl+C to the program: the host would take it for itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
