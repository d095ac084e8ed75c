using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The options of one Adam step; mirrors <c>AdamStep</c> in optim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AdamStep
{
    public double LearningRate;
    public double Beta1;
    public double Beta2;
    public double Eps;
    public double WeightDecay;
    public int AmsGrad;
    public int Maximize;
}
