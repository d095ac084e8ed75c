using System.Text.Json;
using LiveStyle.Frames;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveStyle.Train.Training;

/// <summary>The state of a training on disk: weights, Adam's moments, the step. Written whole or not at all.</summary>
/// <param name="folder">Folder of the checkpoint; made if missing.</param>
internal sealed class Checkpoint(string folder)
{
    private string State => Path.Combine(folder, "state.json");

    /// <summary>The checkpoint of one stage among those of a training.</summary>
    public static Checkpoint Of(string folder, string stage) => new(Path.Combine(folder, stage));

    /// <summary>True if a training can go on from here.</summary>
    public bool Exists => File.Exists(State);

    /// <summary>Steps done; 0 if there is no checkpoint.</summary>
    public int Steps => Exists ? Read(null, _ => { }).Step : 0;

    /// <summary>Writes the state; the one before stays until this one is complete.</summary>
    /// <param name="network">Borrowed.</param>
    /// <param name="optimizer">Borrowed.</param>
    /// <param name="step">Steps done.</param>
    /// <param name="kind">What only a network of the same shape has.</param>
    public void Save(nn.Module network, Adam optimizer, int step, string kind)
    {
        string name = $"step{step}";
        try
        {
            Directory.CreateDirectory(folder);
            network.save(Path.Combine(folder, name + ".weights"));
            optimizer.save_state_dict(Path.Combine(folder, name + ".adam"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(folder, e.Message.TrimEnd('.'), "The checkpoint before is still whole: make room, then go on with --resume.", e);
        }

        PendingFile.Write(State, file => JsonSerializer.Serialize(file, new SavedState(step, name, kind)));
        foreach (string old in Directory.EnumerateFiles(folder, "step*").Where(file => Path.GetFileNameWithoutExtension(file) != name)) File.Delete(old);
    }

    /// <summary>Loads the state into a network and an optimizer of the same shape.</summary>
    /// <returns>Steps done.</returns>
    /// <exception cref="ModelInvalidException">Damaged, or of a training with another network.</exception>
    public int Load(nn.Module network, Adam optimizer, string kind) => Read(kind, saved =>
    {
        network.load(Path.Combine(folder, saved.Name + ".weights"));
        optimizer.load_state_dict(Path.Combine(folder, saved.Name + ".adam"));
    }).Step;

    /// <summary>Loads only what was learnt, as the start of another training.</summary>
    /// <exception cref="ModelInvalidException">Damaged, or of a training with another network.</exception>
    public void LoadWeights(nn.Module network, string kind) => Read(kind, saved => network.load(Path.Combine(folder, saved.Name + ".weights")));

    /// <summary>Removes the checkpoint of a training that is complete.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private SavedState Read(string? kind, Action<SavedState> load)
    {
        try
        {
            SavedState saved = JsonSerializer.Deserialize<SavedState>(File.ReadAllText(State)) ?? throw new JsonException("empty");
            if (kind is not null && saved.Kind != kind) throw new ModelInvalidException(folder, $"its network is '{saved.Kind}', not '{kind}'", "Train into another folder.");
            load(saved);
            return saved;
        }
        catch (Exception problem) when (problem is IOException or JsonException or ArgumentException or FormatException)
        {
            throw new ModelInvalidException(folder, "the checkpoint is damaged", "Delete the folder to start anew.", problem);
        }
    }

    private sealed record SavedState(int Step, string Name, string Kind);
}
