// What torch.nn.functional calls. Enumerations arrive as TorchSharp numbers them.
#include "shim.h"

#include <array>
#include <cmath>

EXPORT Tensor* THSTensor_conv2d(
    const Tensor* input, const Tensor* weight, const Tensor* bias, const int64_t* strides, int32_t nstrides,
    const int64_t* padding, int32_t npadding, const int64_t* dilation, int32_t ndilation, int64_t groups) {
    return guarded([&] {
        return at::conv2d(*input, *weight, to_optional(bias), to_ints(strides, nstrides), to_ints(padding, npadding),
                          to_ints(dilation, ndilation), groups);
    });
}

EXPORT Tensor* THSTensor_max_pool2d(
    const Tensor* input, const int64_t* kernel, int32_t nkernel, const int64_t* strides, int32_t nstrides,
    const int64_t* padding, int32_t npadding, const int64_t* dilation, int32_t ndilation, int32_t ceil_mode) {
    return guarded([&] {
        return at::max_pool2d(*input, to_ints(kernel, nkernel), to_ints(strides, nstrides), to_ints(padding, npadding),
                              to_ints(dilation, ndilation), ceil_mode != 0);
    });
}

// divisor_override 0 means none.
EXPORT Tensor* THSTensor_avg_pool2d(
    const Tensor* input, const int64_t* kernel, int32_t nkernel, const int64_t* strides, int32_t nstrides,
    const int64_t* padding, int32_t npadding, int32_t ceil_mode, int32_t count_include_pad, int64_t divisor_override) {
    return guarded([&] {
        return at::avg_pool2d(*input, to_ints(kernel, nkernel), to_ints(strides, nstrides), to_ints(padding, npadding),
                              ceil_mode != 0, count_include_pad != 0,
                              divisor_override == 0 ? c10::nullopt : c10::optional<int64_t>(divisor_override));
    });
}

// PaddingModes: 0 zeros, 1 reflect, 2 replicate, 3 circular, 4 constant.
EXPORT Tensor* THSNN_pad(const Tensor* input, const int64_t* pad, int32_t npad, int32_t mode, double value) {
    return guarded([&] {
        static const char* const names[] = {"constant", "reflect", "replicate", "circular", "constant"};
        bool constant = mode == 0 || mode == 4;
        return at::pad(*input, to_ints(pad, npad), names[mode], constant ? c10::optional<double>(value) : c10::nullopt);
    });
}

// GridSampleMode: 0 nearest, 2 bilinear, 3 bicubic. GridSamplePaddingMode: 0 zeros, 1 reflection, 2 border.
EXPORT Tensor* THSNN_grid_sample(const Tensor* input, const Tensor* grid, int32_t mode, int32_t padding, int32_t align_corners) {
    return guarded([&] {
        int64_t interpolation = mode == 0 ? 1 : mode == 3 ? 2 : 0;
        int64_t outside = padding == 1 ? 2 : padding == 2 ? 1 : 0;
        return at::grid_sampler(*input, *grid, interpolation, outside, align_corners != 0);
    });
}

// InterpolationMode: 0 nearest, 2 bilinear, 3 bicubic, 5 area, 6 nearest-exact. Either size or scale is given.
EXPORT Tensor* THSNN_interpolate(
    const Tensor* input, const int64_t* size, int32_t nsize, const double* scale, int32_t nscale, int32_t mode,
    int32_t align_corners, int32_t recompute_scale_factor, int32_t antialias) {
    return guarded([&] {
        TORCH_CHECK(input->dim() == 4, "interpolate: this binding takes NCHW input only, not ", input->dim(), " dimensions");
        TORCH_CHECK((nsize > 0) != (nscale > 0), "interpolate: give exactly one of size and scale_factor");
        c10::OptionalArrayRef<int64_t> out_size;
        c10::optional<at::ArrayRef<double>> scales;
        std::array<int64_t, 2> computed{};
        std::array<double, 2> factors{};
        if (nsize > 0) {
            TORCH_CHECK(nsize == 2, "interpolate: size needs 2 numbers, not ", nsize);
            out_size = to_ints(size, nsize);
        } else {
            TORCH_CHECK(nscale <= 2, "interpolate: scale_factor needs 2 numbers, not ", nscale);
            factors = {scale[0], scale[nscale - 1]};
            scales = at::ArrayRef<double>(factors);
            for (size_t i = 0; i < 2; ++i) {
                double pixels = static_cast<double>(input->size(2 + static_cast<int64_t>(i))) * factors[i];
                computed[i] = static_cast<int64_t>(std::floor(pixels));
            }
        }
        if (recompute_scale_factor && nscale > 0) {
            out_size = at::IntArrayRef(computed);
            scales = c10::nullopt;
        }
        bool corners = align_corners == 1;
        switch (mode) {
        case 0: return at::upsample_nearest2d(*input, out_size, scales);
        case 2:
            return antialias ? at::_upsample_bilinear2d_aa(*input, out_size, corners, scales)
                             : at::upsample_bilinear2d(*input, out_size, corners, scales);
        case 3:
            return antialias ? at::_upsample_bicubic2d_aa(*input, out_size, corners, scales)
                             : at::upsample_bicubic2d(*input, out_size, corners, scales);
        case 5: return at::adaptive_avg_pool2d(*input, nsize > 0 ? to_ints(size, nsize) : at::IntArrayRef(computed));
        case 6: return at::_upsample_nearest_exact2d(*input, out_size, scales);
        default: TORCH_CHECK(false, "interpolate: mode ", mode, " does not fit NCHW input");
        }
    });
}

EXPORT Tensor* THSNN_batch_norm(
    const Tensor* input, const Tensor* running_mean, const Tensor* running_var, const Tensor* weight, const Tensor* bias,
    int32_t training, double momentum, double eps) {
    return guarded([&] {
        return at::batch_norm(*input, to_optional(weight), to_optional(bias), to_optional(running_mean),
                              to_optional(running_var), training != 0, momentum, eps, at::globalContext().userEnabledCuDNN());
    });
}

EXPORT Tensor* THSNN_instance_norm(
    const Tensor* input, const Tensor* running_mean, const Tensor* running_var, const Tensor* weight, const Tensor* bias,
    int32_t use_input_stats, double momentum, double eps) {
    return guarded([&] {
        return at::instance_norm(*input, to_optional(weight), to_optional(bias), to_optional(running_mean),
                                 to_optional(running_var), use_input_stats != 0, momentum, eps,
                                 at::globalContext().userEnabledCuDNN());
    });
}

EXPORT Tensor* THSNN_pixel_shuffle(const Tensor* t, int64_t factor) { return guarded([&] { return at::pixel_shuffle(*t, factor); }); }
EXPORT Tensor* THSNN_pixel_unshuffle(const Tensor* t, int64_t factor) {
    return guarded([&] { return at::pixel_unshuffle(*t, factor); });
}

EXPORT Tensor* THSNN_unfold(
    const Tensor* t, int64_t kernel0, int64_t kernel1, int64_t dilation0, int64_t dilation1, int64_t padding0,
    int64_t padding1, int64_t stride0, int64_t stride1) {
    return guarded([&] {
        return at::im2col(*t, {kernel0, kernel1}, {dilation0, dilation1}, {padding0, padding1}, {stride0, stride1});
    });
}

// Reduction: 0 none, 1 mean, 2 sum, as in at::Reduction.
EXPORT Tensor* THSNN_mse_loss(const Tensor* input, const Tensor* target, int64_t reduction) {
    return guarded([&] { return at::mse_loss(*input, *target, reduction); });
}
EXPORT Tensor* THSNN_l1_loss(const Tensor* input, const Tensor* target, int64_t reduction) {
    return guarded([&] { return at::l1_loss(*input, *target, reduction); });
}
EXPORT Tensor* THSNN_smooth_l1_loss(const Tensor* input, const Tensor* target, int64_t reduction, double beta) {
    return guarded([&] { return at::smooth_l1_loss(*input, *target, reduction, beta); });
}
