namespace LiveStyle.Train.Quantization;

/// <summary>A convolution's kernel in 8 bits, symmetric, with a step for each output channel.</summary>
/// <param name="Values">OIHW, -127..127.</param>
/// <param name="Steps">Worth of one step, one an output channel.</param>
internal sealed record ByteKernel(sbyte[] Values, float[] Steps)
{
    private const int Largest = 127;

    /// <summary>Quantizes a kernel.</summary>
    /// <param name="kernel">Float32 OIHW.</param>
    /// <param name="smallestSteps">Lower bounds of the steps, one an output channel: a bias must fit into 32 bits of them.</param>
    public static ByteKernel Of(ReadOnlySpan<float> kernel, ReadOnlySpan<float> smallestSteps)
    {
        int channels = smallestSteps.Length, size = kernel.Length / channels;
        ByteKernel bytes = new(new sbyte[kernel.Length], new float[channels]);
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> values = kernel.Slice(channel * size, size);
            float step = Math.Max(BestStep(values), smallestSteps[channel]);
            bytes.Steps[channel] = step;
            for (int i = 0; i < size; i++) bytes.Values[(channel * size) + i] = (sbyte)Math.Clamp(MathF.Round(values[i] / step), -Largest, Largest);
        }

        return bytes;
    }

    /// <summary>The step with the least squared error.</summary>
    private static float BestStep(ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values) largest = Math.Max(largest, MathF.Abs(value));
        (float best, double leastError) = (largest / Largest, double.PositiveInfinity);
        for (float share = 1; largest > 0 && share > 0.6f; share -= 0.02f)
        {
            float step = share * largest / Largest;
            double error = 0;
            foreach (float value in values)
            {
                double lost = value - (step * Math.Clamp(MathF.Round(value / step), -Largest, Largest));
                error += lost * lost;
            }

            if (error < leastError) (best, leastError) = (step, error);
        }

        return best;
    }
}
