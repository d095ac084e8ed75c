// Adam as one call a step over all parameters, libtorch's own L-BFGS, and gradient clipping.
#include "shim.h"

#include <ATen/core/grad_mode.h>
#include <torch/optim/lbfgs.h>

#include <cmath>
#include <memory>
#include <stdexcept>
#include <vector>

// The options of one parameter group; mirrors AdamStep.cs.
struct AdamStep {
    double lr, beta1, beta2, eps, weight_decay;
    int32_t amsgrad, maximize;
};

namespace {
void adam_update(Tensor& parameter, Tensor gradient, Tensor& average, Tensor& square, Tensor* max_square, int64_t step,
                 const AdamStep& o) {
    if (o.maximize) gradient = gradient.neg();
    if (o.weight_decay != 0) gradient = gradient.add(parameter, o.weight_decay);
    average.mul_(o.beta1).add_(gradient, 1 - o.beta1);
    square.mul_(o.beta2).addcmul_(gradient, gradient, 1 - o.beta2);
    double correction1 = 1 - std::pow(o.beta1, static_cast<double>(step));
    double correction2 = 1 - std::pow(o.beta2, static_cast<double>(step));
    if (max_square) at::maximum_out(*max_square, *max_square, square);
    Tensor denominator = (max_square ? *max_square : square).sqrt().div_(std::sqrt(correction2)).add_(o.eps);
    parameter.addcdiv_(average, denominator, -o.lr / correction1);
}
} // namespace

// Parameters without a gradient are left alone, and so is their step. maxima is null unless amsgrad.
EXPORT int32_t THSNN_adam_step(
    Tensor* const* parameters, Tensor* const* averages, Tensor* const* squares, Tensor* const* maxima, int64_t* steps,
    int32_t count, const AdamStep* options) {
    return guarded_call([&] {
        at::NoGradGuard no_grad;
        for (int32_t i = 0; i < count; ++i) {
            const Tensor& gradient = parameters[i]->grad();
            if (!gradient.defined()) continue;
            adam_update(*parameters[i], gradient, *averages[i], *squares[i], options->amsgrad ? maxima[i] : nullptr,
                        ++steps[i], *options);
        }
    });
}

// Sets each gradient that exists to zero, in place.
EXPORT int32_t THSNN_zero_grad(Tensor* const* parameters, int32_t count) {
    return guarded_call([&] {
        at::NoGradGuard no_grad;
        for (int32_t i = 0; i < count; ++i) {
            Tensor& gradient = parameters[i]->mutable_grad();
            if (!gradient.defined()) continue;
            gradient.detach_();
            gradient.zero_();
        }
    });
}

// Scales the gradients so that their common norm is at most max_norm; returns the norm before.
EXPORT int32_t THSNN_clip_grad_norm_(Tensor* const* parameters, int32_t count, double max_norm, double norm_type, double* total) {
    return guarded_call([&] {
        at::NoGradGuard no_grad;
        std::vector<Tensor> norms;
        for (int32_t i = 0; i < count; ++i) {
            const Tensor& gradient = parameters[i]->grad();
            if (gradient.defined()) norms.push_back(gradient.norm(norm_type));
        }
        *total = norms.empty() ? 0.0 : at::stack(norms).norm(norm_type).item<double>();
        double factor = max_norm / (*total + 1e-6);
        if (factor >= 1) return;
        for (int32_t i = 0; i < count; ++i) {
            Tensor& gradient = parameters[i]->mutable_grad();
            if (gradient.defined()) gradient.mul_(factor);
        }
    });
}

using torch::optim::LBFGS;
using torch::optim::LBFGSOptions;

EXPORT LBFGS* THSNN_LBFGS_ctor(
    Tensor* const* parameters, int32_t count, double lr, int64_t max_iter, int64_t max_eval, double tolerance_grad,
    double tolerance_change, int64_t history_size) {
    LBFGS* result = nullptr;
    guarded_call([&] {
        std::vector<Tensor> list;
        for (int32_t i = 0; i < count; ++i) list.push_back(*parameters[i]);
        LBFGSOptions options(lr);
        options.max_iter(max_iter).max_eval(max_eval).tolerance_grad(tolerance_grad).tolerance_change(tolerance_change);
        options.history_size(history_size);
        result = new LBFGS(std::move(list), options);
    });
    return result;
}

EXPORT void THSNN_LBFGS_dispose(LBFGS* optimizer) { delete optimizer; }

EXPORT int32_t THSNN_LBFGS_set_lr(LBFGS* optimizer, double lr) {
    return guarded_call([&] { static_cast<LBFGSOptions&>(optimizer->param_groups()[0].options()).lr(lr); });
}

// closure(state) computes loss and gradients and hands over a loss tensor; null means that it failed in managed code.
EXPORT Tensor* THSNN_LBFGS_step(LBFGS* optimizer, Tensor* (*closure)(void*), void* state) {
    return guarded([&] {
        return optimizer->step([&] {
            std::unique_ptr<Tensor> loss(closure(state));
            if (!loss) throw std::runtime_error("the closure failed");
            return *loss;
        });
    });
}
