namespace LiveStyle.Frames;

/// <summary>A style, network or loss network is missing, damaged or not of a kind that LiveStyle runs.</summary>
public sealed class ModelInvalidException(string model, string reason, string? cure = null, Exception? inner = null)
    : LiveStyleException(ExitCode.Model, $"Cannot use '{model}': {reason}.{(cure is null ? "" : " " + cure)}", inner);
