using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>ONNX Runtime's settings for each device.</summary>
internal static class SessionSetup
{
    /// <summary>Most <see cref="Lanes"/>: each takes the memory of a run.</summary>
    public const int MostLanes = 8;

    /// <summary>Frames that one session may paint at the same time.</summary>
    /// <remarks>
    /// On a CPU, a frame a core, each by one thread, beats a frame on all cores: the threads of one network wait for each other at every
    /// layer. Not so in float32, where a lane's memory is four times as large and the layers are long.
    /// </remarks>
    public static int Lanes(ExecutionDevice device, NetworkPrecision precision, StylizerOptions options) =>
        options.Abreast && device == ExecutionDevice.Cpu && precision == NetworkPrecision.Int8 ? Math.Min(Cores(options), MostLanes) : 1;

    /// <summary>Fresh settings, that the caller owns.</summary>
    /// <param name="device">What computes.</param>
    /// <param name="precision">Of the network.</param>
    /// <param name="options">How it is used.</param>
    /// <exception cref="OnnxRuntimeException">The provider of <paramref name="device"/> can't be loaded.</exception>
    public static SessionOptions For(ExecutionDevice device, NetworkPrecision precision, StylizerOptions options)
    {
        SessionOptions session = new()
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            IntraOpNumThreads = Threads(Lanes(device, precision, options), options),
        };
        try
        {
            session.AddSessionConfigEntry("session.intra_op.allow_spinning", options.Spin ? "1" : "0");
            if (!ProcessorFeatures.SumsBytesExactly) session.AddSessionConfigEntry("session.x64quantprecision", "1"); // four times slower, but right
            AddProvider(session, device);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static int Cores(StylizerOptions options) => options.Threads > 0 ? options.Threads : Environment.ProcessorCount;

    /// <summary>Of the session: whoever runs it is one of them. 0: one a core.</summary>
    private static int Threads(int lanes, StylizerOptions options) => lanes == 1 ? options.Threads : Cores(options) - lanes + 1;

    private static void AddProvider(SessionOptions session, ExecutionDevice device)
    {
        switch (device)
        {
            case ExecutionDevice.WebGpu:
                session.AppendExecutionProvider("WebGPU");
                break;
            case ExecutionDevice.Cuda:
                // The overload with options: its messages name the library that is missing.
                using (OrtCUDAProviderOptions cuda = new()) session.AppendExecutionProvider_CUDA(cuda);
                break;
            case ExecutionDevice.TensorRt:
                using (OrtTensorRTProviderOptions tensorRt = new()) session.AppendExecutionProvider_Tensorrt(tensorRt);
                break;
            default:
                break;
        }
    }
}
