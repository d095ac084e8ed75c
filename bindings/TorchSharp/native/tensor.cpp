// A tensor's life, properties, data and gradient.
#include "shim.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

EXPORT void THSTensor_dispose(Tensor* tensor) { delete tensor; }
EXPORT Tensor* THSTensor_alias(const Tensor* t) { return guarded([&] { return *t; }); }

EXPORT int64_t THSTensor_ndimension(const Tensor* t) { return t->dim(); }
EXPORT int64_t THSTensor_numel(const Tensor* t) { return t->numel(); }
EXPORT int64_t THSTensor_size(const Tensor* t, int64_t dim) { return t->sizes()[dim]; }
EXPORT int64_t THSTensor_stride(const Tensor* t, int64_t dim) { return t->strides()[dim]; }
EXPORT int64_t THSTensor_element_size(const Tensor* t) { return t->element_size(); }
EXPORT int8_t THSTensor_type(const Tensor* t) { return static_cast<int8_t>(t->scalar_type()); }
EXPORT int32_t THSTensor_is_contiguous(const Tensor* t) { return t->is_contiguous(); }
EXPORT int32_t THSTensor_is_leaf(const Tensor* t) { return t->is_leaf(); }
EXPORT int32_t THSTensor_requires_grad(const Tensor* t) { return t->requires_grad(); }

EXPORT void* THSTensor_data(const Tensor* t) {
    void* data = nullptr;
    guarded_call([&] { data = t->data_ptr(); });
    return data;
}

EXPORT int32_t THSTensor_set_requires_grad(const Tensor* t, int32_t requires_grad) {
    return guarded_call([&] { t->set_requires_grad(requires_grad != 0); });
}

// No gradient yet: an undefined tensor, which has no handle either; *defined tells it from an error.
EXPORT Tensor* THSTensor_grad(const Tensor* t, int32_t* ok) {
    Tensor* result = nullptr;
    *ok = guarded_call([&] {
        const Tensor& grad = t->grad();
        if (grad.defined()) result = new Tensor(grad);
    });
    return result;
}

EXPORT int32_t THSTensor_set_grad(Tensor* t, const Tensor* grad) {
    return guarded_call([&] { t->mutable_grad() = grad ? *grad : Tensor(); });
}

EXPORT int32_t THSTensor_backward(const Tensor* t, const Tensor* gradient, int32_t retain_graph, int32_t create_graph) {
    return guarded_call([&] { t->backward(gradient ? *gradient : Tensor(), retain_graph != 0, create_graph != 0); });
}

EXPORT Tensor* THSTensor_detach(const Tensor* t) { return guarded([&] { return t->detach(); }); }
EXPORT Tensor* THSTensor_clone(const Tensor* t) { return guarded([&] { return t->clone(); }); }
EXPORT Tensor* THSTensor_contiguous(const Tensor* t) { return guarded([&] { return t->contiguous(); }); }

EXPORT Tensor* THSTensor_to_type(const Tensor* t, int8_t dtype, int32_t copy) {
    return guarded([&] { return t->to(static_cast<at::ScalarType>(dtype), false, copy != 0); });
}

EXPORT int32_t THSTensor_item_double(const Tensor* t, double* value) {
    return guarded_call([&] { *value = t->item().toDouble(); });
}

EXPORT int32_t THSTensor_item_int64(const Tensor* t, int64_t* value) {
    return guarded_call([&] { *value = t->item().toLong(); });
}

EXPORT int32_t THSTorch_grad_mode_enabled() { return at::GradMode::is_enabled(); }
EXPORT void THSTorch_set_grad_mode(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }
EXPORT int32_t THSTorch_manual_seed(int64_t seed) {
    return guarded_call([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}
EXPORT int32_t THSTorch_get_num_threads() { return at::get_num_threads(); }
EXPORT int32_t THSTorch_set_num_threads(int32_t threads) {
    return guarded_call([&] { at::set_num_threads(threads); });
}
