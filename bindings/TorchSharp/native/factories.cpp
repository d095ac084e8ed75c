// Fresh tensors. They are all dense CPU tensors.
#include "shim.h"

namespace {
at::TensorOptions options(int8_t dtype) { return at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)); }

Tensor tracked(Tensor tensor, int32_t requires_grad) { return tensor.set_requires_grad(requires_grad != 0); }

// For the *_like functions: a type of -1 means the source's own.
at::TensorOptions options_like(const Tensor* source, int8_t dtype) {
    return dtype < 0 ? source->options() : source->options().dtype(static_cast<at::ScalarType>(dtype));
}
} // namespace

#define SIZED(name, expression)                                                                                        \
    EXPORT Tensor* THSTensor_##name(const int64_t* dims, int32_t ndims, int8_t dtype, int32_t requires_grad) {         \
        return guarded([&] { return tracked(expression(to_ints(dims, ndims), options(dtype)), requires_grad); });      \
    }
SIZED(zeros, at::zeros)
SIZED(ones, at::ones)
SIZED(empty, at::empty)
SIZED(rand, at::rand)
SIZED(randn, at::randn)

#define LIKE(name, expression)                                                                                         \
    EXPORT Tensor* THSTensor_##name(const Tensor* t, int8_t dtype, int32_t requires_grad) {                            \
        return guarded([&] { return tracked(expression(*t, options_like(t, dtype)), requires_grad); });                \
    }
LIKE(zeros_like, at::zeros_like)
LIKE(ones_like, at::ones_like)
LIKE(empty_like, at::empty_like)
LIKE(rand_like, at::rand_like)
LIKE(randn_like, at::randn_like)

EXPORT Tensor* THSTensor_full(const int64_t* dims, int32_t ndims, ScalarValue value, int8_t dtype, int32_t requires_grad) {
    return guarded([&] { return tracked(at::full(to_ints(dims, ndims), to_scalar(value), options(dtype)), requires_grad); });
}

EXPORT Tensor* THSTensor_full_like(const Tensor* t, ScalarValue value, int8_t dtype, int32_t requires_grad) {
    return guarded([&] { return tracked(at::full_like(*t, to_scalar(value), options_like(t, dtype)), requires_grad); });
}

EXPORT Tensor* THSTensor_randint(int64_t low, int64_t high, const int64_t* dims, int32_t ndims, int8_t dtype, int32_t requires_grad) {
    return guarded([&] { return tracked(at::randint(low, high, to_ints(dims, ndims), options(dtype)), requires_grad); });
}

EXPORT Tensor* THSTensor_randperm(int64_t n, int8_t dtype) {
    return guarded([&] { return at::randperm(n, options(dtype)); });
}

EXPORT Tensor* THSTensor_arange(ScalarValue start, ScalarValue stop, ScalarValue step, int8_t dtype, int32_t requires_grad) {
    return guarded([&] {
        return tracked(at::arange(to_scalar(start), to_scalar(stop), to_scalar(step), options(dtype)), requires_grad);
    });
}

EXPORT Tensor* THSTensor_linspace(double start, double end, int64_t steps, int8_t dtype, int32_t requires_grad) {
    return guarded([&] { return tracked(at::linspace(start, end, steps, options(dtype)), requires_grad); });
}

EXPORT Tensor* THSTensor_eye(int64_t rows, int64_t columns, int8_t dtype, int32_t requires_grad) {
    return guarded([&] { return tracked(at::eye(rows, columns, options(dtype)), requires_grad); });
}

// Copies: the caller keeps its memory.
EXPORT Tensor* THSTensor_from_data(
    const void* data, int8_t source_dtype, const int64_t* dims, int32_t ndims, int8_t dtype, int32_t requires_grad) {
    return guarded([&] {
        Tensor borrowed = at::from_blob(const_cast<void*>(data), to_ints(dims, ndims), options(source_dtype));
        return tracked(borrowed.to(static_cast<at::ScalarType>(dtype), false, true), requires_grad);
    });
}
