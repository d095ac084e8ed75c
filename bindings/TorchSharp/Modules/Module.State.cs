using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Saving and loading, in TorchSharp's own format: the number of entries, then each one's name and tensor.
        public abstract partial class Module
        {
            /// <summary>Every parameter and buffer under its full name: the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach ((string name, Tensor parameter) in named_parameters())
                {
                    destination.TryAdd(start + name, parameter);
                }

                foreach ((string name, Tensor buffer) in named_buffers())
                {
                    destination.TryAdd(start + name, buffer);
                }

                return destination;
            }

            /// <summary>Copies values in; with strict, the names must be the same on both sides.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                Dictionary<string, Tensor> destination = state_dict();
                List<string> missing = [.. destination.Keys.Except(source.Keys).Except(skip ?? [])];
                List<string> unexpected = [.. source.Keys.Except(destination.Keys).Except(skip ?? [])];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");
                }

                foreach (string name in source.Keys.Intersect(destination.Keys).Except(skip ?? []))
                {
                    destination[name].bytes = source[name].bytes;
                }

                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using FileStream stream = File.Create(location);
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                List<KeyValuePair<string, Tensor>> entries = [.. state_dict().Where(entry => skip?.Contains(entry.Key) != true)];
                writer.Encode(entries.Count);
                foreach ((string name, Tensor tensor) in entries)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }

                return this;
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                using FileStream stream = File.OpenRead(location);
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip);
            }

            /// <summary>Reads what <see cref="save(BinaryWriter, IList{string})"/> wrote; with strict, the names must agree.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                Dictionary<string, Tensor> state = state_dict();
                long entries = reader.Decode();
                if (strict && entries != state.Count)
                {
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {state.Count}, but found {entries} entries.");
                }

                for (long i = 0; i < entries; i++)
                {
                    string name = reader.ReadString();
                    if (state.TryGetValue(name, out Tensor? tensor))
                    {
                        TensorExtensionMethods.Load(tensor, reader, skip?.Contains(name) == true);
                    }
                    else if (strict)
                    {
                        throw new ArgumentException(
                            $"Mismatched module state names: there is no parameter or buffer named '{name}'.");
                    }
                    else
                    {
                        TensorExtensionMethods.Skip(reader);
                    }
                }

                return this;
            }
        }
    }
}
