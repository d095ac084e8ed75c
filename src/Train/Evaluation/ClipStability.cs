using System.Text.Json.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveStyle.Train.Evaluation;

/// <summary>How steady a style is on one clip.</summary>
/// <param name="Clip">Its name.</param>
/// <param name="Frames">How many were painted.</param>
/// <param name="InputError">e_stab of the clip itself (<see cref="StabilityMeter"/>): its noise, and what resampling costs.</param>
/// <param name="Error">e_stab of the painted clip.</param>
public sealed record ClipStability(string Clip, int Frames, double InputError, double Error)
{
    /// <summary>R = e_stab(output) / e_stab(input): 1 is as steady as the video itself.</summary>
    [JsonPropertyOrder(1)]
    public double Relative => InputError > 0 ? Error / InputError : 0;

    /// <summary>Paints and measures a clip.</summary>
    public static ClipStability Of(IFramePainter painter, IClip clip, CancellationToken stop)
    {
        using StabilityMeter input = new();
        using StabilityMeter output = new();
        int frames = 0;
        clip.Play(frame =>
        {
            using DisposeScope scope = NewDisposeScope();
            input.Add(frame.Picture, frame);
            output.Add(painter.Paint(frame.Picture, begins: frames++ == 0), frame);
        }, stop);
        return new ClipStability(clip.Name, frames, input.Error, output.Error);
    }
}
