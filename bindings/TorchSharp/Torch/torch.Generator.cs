namespace TorchSharp;

public static partial class torch
{
    /// <summary>The random number generator that <see cref="manual_seed"/> seeds.</summary>
    public sealed class Generator
    {
        internal Generator()
        {
        }
    }
}
