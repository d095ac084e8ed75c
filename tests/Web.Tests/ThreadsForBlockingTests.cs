using System.Runtime.CompilerServices;

namespace LiveStyle.Web.Tests;

/// <summary>An output ends on the thread of whoever calls: the program has one for each, tests in parallel have the thread pool's, of which there are two on two cores, and which
/// its connections need to end in time.</summary>
internal static class ThreadsForBlockingTests
{
    private const int Threads = 32;

    [ModuleInitializer]
    internal static void Grow() => ThreadPool.SetMinThreads(Threads, Threads);
}
