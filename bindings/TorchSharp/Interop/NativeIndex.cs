using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One entry of <c>tensor[...]</c>; mirrors <c>NativeIndex</c> in shapes.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeIndex
{
    public int Kind;
    public int HasStart;
    public int HasStop;
    public int HasStep;
    public long Start;
    public long Stop;
    public long Step;
    public IntPtr Tensor;
}
