namespace LiveStyle.Obs.Tests;

/// <summary>The files with which OBS starts without asking anything, small, and with its websocket open.</summary>
internal static class ObsConfiguration
{
    public const string Password = "livestyle";

    public const int Width = 640, Height = 360;

    /// <summary>Writes them below <paramref name="home"/>.</summary>
    public static void Write(string home, int port)
    {
        string root = Path.Combine(home, ".config", "obs-studio");
        Write(root, "global.ini", $"""
            [General]
            FirstRun=true
            LastVersion=486539266
            EnableAutoUpdates=false
            [OBSWebSocket]
            FirstLoad=false
            ServerEnabled=true
            ServerPort={port}
            AuthRequired=true
            ServerPassword={Password}
            AlertsEnabled=false
            [Basic]
            Profile=Test
            ProfileDir=Test
            SceneCollection=Test
            SceneCollectionFile=Test
            [BasicWindow]
            PreviewEnabled=false
            SysTrayEnabled=false
            """);
        // From OBS 30 on the websocket has a file of its own.
        Write(root, "plugin_config/obs-websocket/config.json", $$"""
            {"alerts_enabled":false,"auth_required":true,"first_load":false,"server_enabled":true,
             "server_password":"{{Password}}","server_port":{{port}}}
            """);
        Write(root, "basic/profiles/Test/basic.ini", $"""
            [General]
            Name=Test
            [Video]
            BaseCX={Width}
            BaseCY={Height}
            OutputCX={Width}
            OutputCY={Height}
            FPSType=0
            FPSCommon=30
            [Output]
            Mode=Simple
            """);
        Write(root, "basic/scenes/Test.json", """
            {"name":"Test","current_scene":"Scene","current_program_scene":"Scene","scene_order":[{"name":"Scene"}],
             "sources":[{"id":"scene","name":"Scene","settings":{"custom_size":false,"id_counter":0,"items":[]}}]}
            """);
    }

    private static void Write(string root, string name, string content)
    {
        string path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content + "\n");
    }
}
