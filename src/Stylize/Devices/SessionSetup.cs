using Microsoft.ML.OnnxRuntime;

namespace LiveStyle.Stylize.Devices;

/// <summary>ONNX Runtime's settings for each device.</summary>
internal static class SessionSetup
{
    /// <summary>Fresh settings, that the caller owns.</summary>
    /// <exception cref="OnnxRuntimeException">The provider of <paramref name="device"/> can't be loaded.</exception>
    public static SessionOptions For(ExecutionDevice device, StylizerOptions options)
    {
        SessionOptions session = new()
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            IntraOpNumThreads = options.Threads, // 0: one a core
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
