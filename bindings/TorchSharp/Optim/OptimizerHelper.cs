using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>An optimizer whose state can be saved, so that a training can go on where it stopped.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private protected OptimizerHelper()
    {
    }

    public void save_state_dict(string location)
    {
        using FileStream stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using FileStream stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    /// <summary>The optimizer's name, the number of groups and of states, then the groups' options and the states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.Encode(1);
        writer.Encode(StateCount);
        SaveState(writer);
    }

    public void load_state_dict(BinaryReader reader)
    {
        string name = reader.ReadString();
        if (name != GetType().Name)
        {
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        }

        if (reader.Decode() != 1)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        }

        if (reader.Decode() != StateCount)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
        }

        LoadState(reader);
    }

    private protected abstract int StateCount { get; }

    private protected abstract void SaveState(BinaryWriter writer);

    private protected abstract void LoadState(BinaryReader reader);
}
