namespace TorchSharp;

/// <summary>The scopes of each thread, innermost last.</summary>
internal static class DisposeScopeManager
{
    [ThreadStatic]
    private static List<DisposeScope>? _scopes;

    public static DisposeScope? Current => _scopes is { Count: > 0 } scopes ? scopes[^1] : null;

    public static DisposeScope Open()
    {
        var scope = new DisposeScope(Current);
        (_scopes ??= []).Add(scope);
        return scope;
    }

    public static void Remove(DisposeScope scope) => _scopes?.Remove(scope);
}
