using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Parameters, buffers and submodules under names; fields of these types are found by RegisterComponents.</summary>
        public abstract partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, Tensor> _buffers = [];
            private readonly OrderedDictionary<string, Module> _submodules = [];
            private readonly string _name;
            private bool _registered;

            protected Module(string name) => _name = name;

            public virtual bool training { get; private set; } = true;

            public virtual string GetName() => _name;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (Module module in children())
                {
                    module.train(train);
                }
            }

            public virtual void eval() => train(false);

            /// <summary>Sets every gradient to zero.</summary>
            public virtual void zero_grad()
            {
                foreach (Parameter parameter in parameters())
                {
                    using Tensor? gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _submodules.Select(entry => (entry.Key, entry.Value));

            public virtual IEnumerable<Module> children() => _submodules.Values;

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string name, Module module) in named_children())
                {
                    yield return (name, module);
                    foreach ((string inner, Module submodule) in module.named_modules())
                    {
                        yield return ($"{name}.{inner}", submodule);
                    }
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>Own ones first, then those of the submodules; a shared one once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Named(_parameters, module => module.named_parameters(), recurse);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) =>
                Named(_buffers, module => module.named_buffers(), recurse);

            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parameters.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }
            }

            public virtual void register_buffer(string name, Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, tensor))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"module name can't be empty or contain \".\", got: \"{name}\"");
                }

                ArgumentNullException.ThrowIfNull(submodule);
                submodule.RegisterComponents();
                if (!_submodules.TryAdd(name, submodule))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }
            }

            public void add_module(string name, Module module) => register_module(name, module);

            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    foreach (IDisposable owned in _parameters.Values.Concat<IDisposable>(_buffers.Values).Concat(_submodules.Values))
                    {
                        owned.Dispose();
                    }
                }
            }

            /// <summary>Registers the fields that hold modules, parameters and tensors, under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                {
                    return;
                }

                _registered = true;
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                {
                    string name = field.Name;
                    if (_submodules.ContainsKey(name) || _parameters.ContainsKey(name) || _buffers.ContainsKey(name))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(name, module); break;
                        case Parameter parameter: register_parameter(name, parameter); break;
                        case Tensor tensor: register_buffer(name, tensor); break;
                        default: break;
                    }
                }
            }

            private IEnumerable<(string, T)> Named<T>(
                OrderedDictionary<string, T> own, Func<Module, IEnumerable<(string, T)>> ofSubmodule, bool recurse) where T : Tensor
            {
                var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
                foreach ((string name, T tensor) in own)
                {
                    if (seen.Add(tensor))
                    {
                        yield return (name, tensor);
                    }
                }

                foreach ((string prefix, Module module) in recurse ? named_children() : [])
                {
                    foreach ((string name, T tensor) in ofSubmodule(module))
                    {
                        if (seen.Add(tensor))
                        {
                            yield return ($"{prefix}.{name}", tensor);
                        }
                    }
                }
            }
        }
    }
}
