using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace LiveStyle.Stylize;

/// <summary>Compares what a network takes and gives with what its manifest says.</summary>
internal static class NetworkSignature
{
    /// <summary>The first disagreement, as a clause without its full stop, or <see langword="null"/>.</summary>
    public static string? Problem(InferenceSession session, NetworkManifest network, PictureForm picture)
    {
        if (session.OutputNames.Count != 1) return $"it has {session.OutputNames.Count} outputs, not one picture";
        return network.Precision == NetworkPrecision.Int8 ? ByteProblem(session) : FloatProblem(session, picture);
    }

    private static string? FloatProblem(InferenceSession session, PictureForm picture)
    {
        if (session.InputNames.Count != 1) return $"it has {session.InputNames.Count} inputs, not one picture";
        (int channels, string what) = picture.Layout == TensorLayout.Cells4 ? (48, "layout Cells4") : (3, "layout Planes");
        return Problem("input", session.InputMetadata.Single(), TensorElementType.Float, 1, channels, what)
            ?? Problem("output", session.OutputMetadata.Single(), TensorElementType.Float, 1, channels, what);
    }

    private static string? ByteProblem(InferenceSession session)
    {
        if (session.InputNames.Count != 1) return $"it has {session.InputNames.Count} inputs, not one picture";
        return Problem("input", session.InputMetadata.Single(), TensorElementType.UInt8, 3, ByteNetwork.Channels, "an int8 network")
            ?? Problem("output", session.OutputMetadata.Single(), TensorElementType.UInt8, 3, ByteNetwork.Channels, "an int8 network");
    }

    private static string? Problem(
        string side, KeyValuePair<string, NodeMetadata> named, TensorElementType type, int channelAxis, int channels, string what)
    {
        (string name, NodeMetadata node) = ($"{side} '{named.Key}'", named.Value);
        if (!node.IsTensor) return $"its {name} is not a tensor";
        if (node.ElementDataType != type) return $"its {name} holds {node.ElementDataType} values, not {type}";
        int[] shape = node.Dimensions;
        string layout = channelAxis == 1 ? $"[1, {channels}, height, width]" : $"[1, height, width, {channels}]";
        if (shape.Length != 4) return $"its {name} is {Describe(shape)}, not {layout}";
        if (shape[0] > 1) return $"its {name} is {Describe(shape)}: it wants {shape[0]} pictures at a time";
        if (shape[channelAxis] != channels && shape[channelAxis] != -1) return $"its {name} is {Describe(shape)}, but {what} has {channels} channels";
        bool open = Enumerable.Range(1, 3).Where(axis => axis != channelAxis).All(axis => shape[axis] <= 0);
        return open ? null : $"its {name} is {Describe(shape)}: it takes pictures of one size only";
    }

    private static string Describe(int[] shape) => $"[{string.Join(", ", shape.Select(d => d < 0 ? "any" : $"{d}"))}]";
}
