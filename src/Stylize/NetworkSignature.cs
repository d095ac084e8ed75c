using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize;

/// <summary>Compares what a network takes and gives with what its manifest says.</summary>
internal static class NetworkSignature
{
    /// <summary>The first disagreement, as a clause without its full stop, or <see langword="null"/>.</summary>
    public static string? Problem(InferenceSession session, NetworkManifest network)
    {
        if (session.InputNames.Count != 1) return $"it has {session.InputNames.Count} inputs, not one picture";
        if (session.OutputNames.Count != 1) return $"it has {session.OutputNames.Count} outputs, not one picture";
        string input = session.InputNames[0], output = session.OutputNames[0];
        return Problem($"input '{input}'", session.InputMetadata[input], network)
            ?? Problem($"output '{output}'", session.OutputMetadata[output], network);
    }

    private static string? Problem(string name, NodeMetadata node, NetworkManifest network)
    {
        if (!node.IsTensor) return $"its {name} is not a tensor";
        if (node.ElementDataType != Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float)
            return $"its {name} holds {node.ElementDataType} values, not Float";
        int[] shape = node.Dimensions;
        int channels = network.Layout == TensorLayout.Cells4 ? 48 : 3;
        if (shape.Length != 4) return $"its {name} is {Describe(shape)}, not [1, {channels}, height, width]";
        if (shape[0] > 1) return $"its {name} is {Describe(shape)}: it wants {shape[0]} pictures at a time";
        if (shape[1] != channels && shape[1] != -1)
            return $"its {name} is {Describe(shape)}, but layout {network.Layout} has {channels} channels";
        return shape[2] > 0 || shape[3] > 0 ? $"its {name} is {Describe(shape)}: it takes pictures of one size only" : null;
    }

    private static string Describe(int[] shape) => $"[{string.Join(", ", shape.Select(d => d < 0 ? "any" : $"{d}"))}]";
}
