namespace LiveStyle.Web.Tests;

/// <summary>The folder that all is in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LiveStyle.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
