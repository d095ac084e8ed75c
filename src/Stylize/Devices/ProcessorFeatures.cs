using System.Runtime.Intrinsics.X86;

namespace LiveStyle.Stylize.Devices;

/// <summary>What .NET does not say of the processor and its libraries make use of: bits of CPUID's leaf 7 (Intel SDM, volume 2A).</summary>
public static class ProcessorFeatures
{
    private const int Avx512Vnni = 1 << 11, AvxVnni = 1 << 4, Avx512Bf16 = 1 << 5, AmxBf16 = 1 << 22;

    /// <summary>
    /// False on x86 processors without VNNI: they sum pairs of 8-bit products in 16 bits, which overflow where both are large.
    /// </summary>
    public static bool SumsBytesExactly =>
        !X86Base.IsSupported || (X86Base.CpuId(7, 0).Ecx & Avx512Vnni) != 0 || (X86Base.CpuId(7, 1).Eax & AvxVnni) != 0;

    /// <summary>True if it multiplies bfloat16 itself; where it does not, bfloat16 is slower than float32.</summary>
    public static bool HasBfloat16 =>
        Avx512F.IsSupported && ((X86Base.CpuId(7, 1).Eax & Avx512Bf16) != 0 || (X86Base.CpuId(7, 0).Edx & AmxBf16) != 0);
}
