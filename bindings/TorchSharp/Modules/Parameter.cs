namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes over <paramref name="data"/>, which is empty afterwards.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Interop.Native.THSTensor_alias(data.with_requires_grad(requires_grad).SafeHandle)) => data.Dispose();
}
