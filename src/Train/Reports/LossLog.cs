using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveStyle.Frames;

namespace LiveStyle.Train.Reports;

/// <summary>The losses of a training on disk, one line of JSON a step, so that a resumed training goes on with the same chart.</summary>
public sealed class LossLog : IDisposable
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "losses.jsonl";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // a training that fails says NaN
    };

    private readonly List<LossRecord> _records;
    private readonly StreamWriter _file;

    private LossLog(List<LossRecord> records, StreamWriter file) => (_records, _file) = (records, file);

    /// <summary>All steps so far.</summary>
    public IReadOnlyList<LossRecord> Records => _records;

    /// <summary>Opens or makes the log.</summary>
    /// <param name="path">The file; its folder is made if missing.</param>
    /// <param name="done">Steps that the checkpoint holds: later lines belong to work that was lost. 0 begins anew.</param>
    /// <exception cref="MediaUnwritableException">The folder can't be written.</exception>
    public static LossLog Open(string path, int done)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            List<LossRecord> kept = [.. Read(path).Where(record => record.Step <= done)];
            PendingFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(string.Concat(kept.Select(record => Line(record) + "\n")))));
            return new LossLog(kept, new StreamWriter(path, append: true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(path, problem.Message.TrimEnd('.'), null, problem);
        }
    }

    /// <summary>The steps in a log; a line that was cut off, as by a full disk, is left out.</summary>
    /// <param name="path">The file; a missing one has no steps.</param>
    public static IReadOnlyList<LossRecord> Read(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<LossRecord>()] : [];

    /// <summary>Writes one step.</summary>
    /// <exception cref="MediaUnwritableException">The disk is full.</exception>
    public void Add(LossRecord record)
    {
        _records.Add(record);
        try
        {
            _file.WriteLine(Line(record));
            _file.Flush();
        }
        catch (IOException problem)
        {
            throw new MediaUnwritableException(FileName, problem.Message.TrimEnd('.'), null, problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static string Line(LossRecord record) => JsonSerializer.Serialize(record, Form);

    private static LossRecord? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LossRecord>(line, Form) is { Losses: not null } record ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
