using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Images: other sizes, other places, other borders.
        public static partial class functional
        {
            /// <summary>Adds to the last dimensions first: left, right, top, bottom.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                new(Native.THSNN_pad(input.SafeHandle, pad, pad.Length, (int)mode, value));

            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>NCHW input, grid [N, H, W, 2] of (x, y) from -1 to 1.</summary>
            public static Tensor grid_sample(
                Tensor input,
                Tensor grid,
                GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null) =>
                new(Native.THSNN_grid_sample(
                    input.SafeHandle, grid.SafeHandle, (int)mode, (int)padding_mode, Flag(align_corners ?? false)));

            /// <summary>NCHW only; give either size or scale_factor.</summary>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false) =>
                new(Native.THSNN_interpolate(
                    x.SafeHandle,
                    size,
                    size?.Length ?? 0,
                    scale_factor,
                    scale_factor?.Length ?? 0,
                    (int)mode,
                    Flag(align_corners ?? false),
                    Flag(recompute_scale_factor),
                    Flag(antialias)));

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                new(Native.THSNN_pixel_shuffle(input.SafeHandle, upscale_factor));

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                new(Native.THSNN_pixel_unshuffle(input.SafeHandle, downscale_factor));
        }
    }
}
