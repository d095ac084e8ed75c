using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveStyle.Cli.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace LiveStyle.Video.Tests;

/// <summary>The files of deploy/ can be read by those whom they are for, and what they call exists.</summary>
public sealed class DeployTests
{
    private static readonly string Folder = Path.Combine(Workplace.Repository, "deploy");

    public static TheoryData<string> Scripts => [.. Find("*.sh").Concat(Find("*.sbatch"))];

    public static TheoryData<string> Yamls => [.. Find("*.yaml")];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Scripts))]
    public async Task A_script_is_one_of_bash_and_its_commands_exist(string script)
    {
        using Process bash = Process.Start("bash", ["-n", Path.Combine(Folder, script)]);
        await bash.WaitForExitAsync();
        Assert.Equal(0, bash.ExitCode);
        string text = File.ReadAllText(Path.Combine(Folder, script));
        await AssertExistAsync(Regex.Matches(text, "\"(?:\\$livestyle|\\$\\{LIVESTYLE:-livestyle\\})\" ([^|\\n]*)").Select(match => match.Groups[1].Value));
        await AssertExistAsync(Regex.Matches(text, @"(?<![-/\w])livestyle ((?:status|work|merge|plan) [^|)\n]*)").Select(match => match.Groups[1].Value));
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Yamls))]
    public async Task A_job_of_kubernetes_is_yaml_and_its_command_exists(string file)
    {
        var yaml = new YamlStream();
        using (StreamReader text = File.OpenText(Path.Combine(Folder, file))) yaml.Load(text);
        var job = (YamlMappingNode)yaml.Documents.Single().RootNode;
        Assert.Equal(("batch/v1", "Job"), ($"{job["apiVersion"]}", $"{job["kind"]}"));
        var pod = (YamlMappingNode)job["spec"]["template"]["spec"];
        Assert.Equal("Never", $"{pod["restartPolicy"]}");
        var container = (YamlMappingNode)((YamlSequenceNode)pod["containers"]).Single();
        await AssertExistAsync([string.Join(' ', (YamlSequenceNode)container["args"])]);
        var mount = (YamlMappingNode)((YamlSequenceNode)container["volumeMounts"]).Single();
        var volume = (YamlMappingNode)((YamlSequenceNode)pod["volumes"]).Single();
        Assert.Equal($"{volume["name"]}", $"{mount["name"]}");
        Assert.StartsWith($"{mount["mountPath"]}/", $"{((YamlSequenceNode)container["args"])[1]}", StringComparison.Ordinal);
        if (file.EndsWith("work.yaml", StringComparison.Ordinal)) Assert.Equal("Indexed", $"{job["spec"]["completionMode"]}");
    }

    [Fact(Timeout = 60_000)]
    public async Task The_job_definition_of_aws_batch_is_json_and_its_command_exists()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "aws-batch", "job-definition.json")));
        JsonElement parameters = file.RootElement.GetProperty("parameters");
        JsonElement command = file.RootElement.GetProperty("containerProperties").GetProperty("command");
        string line = string.Join(' ', command.EnumerateArray().Select(word => word.GetString()!));
        foreach (JsonProperty parameter in parameters.EnumerateObject())
            line = line.Replace($"Ref::{parameter.Name}", parameter.Value.GetString(), StringComparison.Ordinal);
        await AssertExistAsync([line]);
    }

    [SkippableFact(Timeout = 180_000)]
    public async Task Gnu_parallel_makes_a_film_of_its_parts()
    {
        using var place = new Workplace();
        Skip.IfNot(File.Exists("/usr/bin/parallel"), "GNU parallel is not installed");
        place.Clip(size: "160x90", seconds: 8);
        ProgramResult plan = await place.RunAsync("plan", "clip.mp4", "--style", "tiny", "--part-length", "2", "--out", "job", "-o", "out.mp4");
        Assert.True(plan.ExitCode == 0, $"{plan}");
        var start = new ProcessStartInfo("bash", [Path.Combine(Folder, "parallel", "film.sh"), "job", "2"]) { WorkingDirectory = place.Folder };
        foreach ((string name, string value) in Workplace.EnvironmentIn(place.Folder)) start.Environment[name] = value;
        using Process film = Process.Start(start)!;
        await film.WaitForExitAsync();
        Assert.Equal(0, film.ExitCode);
        Assert.Equal("200", place.Probe("out.mp4", "v:0", "nb_read_frames"));
    }

    private static IEnumerable<string> Find(string pattern) =>
        Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file));

    private static async Task AssertExistAsync(IEnumerable<string> commands)
    {
        foreach (string command in commands) Assert.Null(await HelpPages.ProblemAsync($"livestyle {command.Replace("\"", "", StringComparison.Ordinal)}"));
    }
}
