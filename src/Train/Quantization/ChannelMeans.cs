namespace LiveStyle.Train.Quantization;

/// <summary>The mean of each channel of a tensor over all that was seen of it.</summary>
/// <param name="channels">Channels.</param>
internal sealed class ChannelMeans(int channels)
{
    private readonly double[] _sums = new double[channels];
    private long _pixels;

    /// <summary>Of each channel; 0 where nothing was seen.</summary>
    public double[] Means => [.. _sums.Select(sum => sum / Math.Max(1, _pixels))];

    /// <param name="values">CHW.</param>
    public void Add(ReadOnlySpan<float> values)
    {
        int pixels = values.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            double sum = 0;
            foreach (float value in values.Slice(channel * pixels, pixels)) sum += value;
            _sums[channel] += sum;
        }

        _pixels += pixels;
    }
}
