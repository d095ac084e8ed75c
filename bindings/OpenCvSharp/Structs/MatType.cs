namespace OpenCvSharp;

/// <summary>Element type of a matrix: depth and number of channels in one number, as in C++.</summary>
public readonly struct MatType(int value) : IEquatable<MatType>, IEquatable<int>
{
    private const int ChannelShift = 3, DepthCount = 1 << ChannelShift, MaximumChannels = 512;

    public const int CV_8U = 0, CV_8S = 1, CV_16U = 2, CV_16S = 3, CV_32S = 4, CV_32F = 5, CV_64F = 6;

    public static readonly MatType CV_8UC1 = CV_8UC(1), CV_8UC2 = CV_8UC(2), CV_8UC3 = CV_8UC(3), CV_8UC4 = CV_8UC(4);
    public static readonly MatType CV_16UC1 = CV_16UC(1), CV_16SC1 = CV_16SC(1), CV_16SC2 = CV_16SC(2);
    public static readonly MatType CV_32SC1 = CV_32SC(1);
    public static readonly MatType CV_32FC1 = CV_32FC(1), CV_32FC2 = CV_32FC(2), CV_32FC3 = CV_32FC(3), CV_32FC4 = CV_32FC(4);
    public static readonly MatType CV_64FC1 = CV_64FC(1), CV_64FC3 = CV_64FC(3);

    public int Value { get; } = value;

    public int Depth => Value & (DepthCount - 1);

    public int Channels => (Value >> ChannelShift) + 1;

    public bool IsInteger => Depth < CV_32F;

    public static MatType CV_8UC(int ch) => MakeType(CV_8U, ch);

    public static MatType CV_16UC(int ch) => MakeType(CV_16U, ch);

    public static MatType CV_16SC(int ch) => MakeType(CV_16S, ch);

    public static MatType CV_32SC(int ch) => MakeType(CV_32S, ch);

    public static MatType CV_32FC(int ch) => MakeType(CV_32F, ch);

    public static MatType CV_64FC(int ch) => MakeType(CV_64F, ch);

    /// <exception cref="OpenCvSharpException">A depth or channel count that OpenCV does not have.</exception>
    public static MatType MakeType(int depth, int channels)
    {
        if (channels is <= 0 or >= MaximumChannels) throw new OpenCvSharpException($"Channels count should be 1..{MaximumChannels - 1}");
        if (depth is < 0 or >= DepthCount) throw new OpenCvSharpException($"Data type depth should be 0..{DepthCount - 1}");
        return new MatType(depth + ((channels - 1) << ChannelShift));
    }

    public static MatType FromInt32(int value) => new(value);

    public int ToInt32() => Value;

    public static implicit operator int(MatType self) => self.Value;

    public static implicit operator MatType(int value) => new(value);

    public bool Equals(MatType other) => Value == other.Value;

    public bool Equals(int other) => Value == other;

    public override bool Equals(object? obj) => obj is MatType other && Equals(other);

    public override int GetHashCode() => Value;

    public static bool operator ==(MatType left, MatType right) => left.Equals(right);

    public static bool operator !=(MatType left, MatType right) => !left.Equals(right);

    public static bool operator ==(MatType left, int right) => left.Equals(right);

    public static bool operator !=(MatType left, int right) => !left.Equals(right);

    public override string ToString()
    {
        string[] names = ["CV_8U", "CV_8S", "CV_16U", "CV_16S", "CV_32S", "CV_32F", "CV_64F", "CV_16F"];
        return Channels <= 4 ? $"{names[Depth]}C{Channels}" : $"{names[Depth]}C({Channels})";
    }
}
