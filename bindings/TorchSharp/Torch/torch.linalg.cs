using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class linalg
    {
        /// <summary>Inverse of each square matrix.</summary>
        public static Tensor inv(Tensor input) => new(Native.THSTensor_inverse(input.SafeHandle));
    }
}
