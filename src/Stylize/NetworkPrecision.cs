using System.Diagnostics.CodeAnalysis;

namespace LiveStyle.Stylize;

/// <summary>What a network computes with.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "This is what everyone calls it.")]
public enum NetworkPrecision
{
    /// <summary>Float32 throughout; takes and gives tensors as <see cref="PictureForm"/> says. For GPUs, and where every bit counts.</summary>
    Fp32,

    /// <summary>
    /// 8-bit integers throughout: three to four times as fast on a CPU. Takes and gives bytes, whatever <see cref="PictureForm"/> says of
    /// layout, colours and range: see <see cref="Kernels.CellBytes"/>.
    /// </summary>
    Int8,
}
