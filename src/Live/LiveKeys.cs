using LiveStyle.Frames;

namespace LiveStyle.Live;

/// <summary>The keys of a live run: the same in the window and in the terminal.</summary>
public static class LiveKeys
{
    /// <summary>For the help of the command and of the running program.</summary>
    public const string Help =
        "n p: next, previous style; 1-9: style by number; + -: strength; c: own colours; b: blend with the next style; s: split view; m: mirror; " +
        "r: turn; f: freeze; space: pause; d: denoise; t: steady; x: snapshot; v: record; i: figures; h: help; q: end";

    private const double Step = 0.1;

    /// <summary>Does what a key stands for.</summary>
    /// <param name="key">As typed.</param>
    /// <param name="controls">Of the run.</param>
    /// <returns>What to tell the user; <see langword="null"/> for a key without a meaning.</returns>
    public static string? Press(char key, ILiveControls controls)
    {
        try
        {
            return char.ToLowerInvariant(key) switch
            {
                'n' => $"style {Turn(controls, +1).Style}",
                'p' => $"style {Turn(controls, -1).Style}",
                >= '1' and <= '9' => Number(controls, key - '1'),
                '+' or '=' => $"strength {controls.Change(now => now with { Strength = Stepped(now.Strength, Step) }).Strength:0.0}",
                '-' => $"strength {controls.Change(now => now with { Strength = Stepped(now.Strength, -Step) }).Strength:0.0}",
                'c' => Said("own colours", controls.Change(now => now with { KeepColors = !now.KeepColors }).KeepColors),
                'b' => Blend(controls),
                's' => Said("split view", controls.Change(now => now with { Split = !now.Split }).Split),
                'm' => Said("mirror", controls.Change(now => now with { Mirror = !now.Mirror }).Mirror),
                'r' => $"turned by {controls.Change(now => now with { Rotate = (now.Rotate + 90) % 360 }).Rotate} degrees",
                'f' => Said("freeze", controls.Change(now => now with { Freeze = !now.Freeze }).Freeze),
                ' ' => Said("pause", controls.Change(now => now with { Pause = !now.Pause }).Pause),
                'd' => Said("denoise", controls.Change(now => now with { Denoise = !now.Denoise }).Denoise),
                't' => Said("steady", controls.Change(now => now with { Steady = !now.Steady }).Steady),
                'x' => $"snapshot {controls.TakeSnapshot()}",
                'v' => Record(controls),
                'h' or '?' => Help,
                'q' or '\u001b' => End(controls),
                _ => null,
            };
        }
        catch (LiveStyleException e)
        {
            return e.Message;
        }
    }

    /// <summary>The style so many places further in the list.</summary>
    /// <param name="controls">Of the run.</param>
    /// <param name="places">1: the next one.</param>
    private static LiveSettings Turn(ILiveControls controls, int places) => controls.Change(now => now with { Style = Further(controls.Styles, now.Style, places) });

    private static string Further(IReadOnlyList<string> styles, string style, int places)
    {
        int at = styles.ToList().FindIndex(name => name.Equals(style, StringComparison.OrdinalIgnoreCase));
        return styles[(Math.Max(at, 0) + places + styles.Count) % styles.Count];
    }

    private static string? Number(ILiveControls controls, int at) =>
        at < controls.Styles.Count ? $"style {controls.Change(now => now with { Style = controls.Styles[at] }).Style}" : null;

    private static string Blend(ILiveControls controls)
    {
        LiveSettings now = controls.Change(now => now with { SecondStyle = now.SecondStyle is null ? Further(controls.Styles, now.Style, 1) : null });
        return now.SecondStyle is { } second ? $"blend of {now.Style} and {second}" : "no blend";
    }

    private static string Record(ILiveControls controls)
    {
        if (controls.Status().Recording is null) return $"recording {controls.StartRecording()}";
        return $"recorded {controls.StopRecording()}";
    }

    private static string End(ILiveControls controls)
    {
        controls.EndRun();
        return "ending";
    }

    private static double Stepped(double value, double step) => Math.Clamp(Math.Round(value + step, 1), 0, 1);

    private static string Said(string what, bool isOn) => $"{what} {(isOn ? "on" : "off")}";
}
