// Many elements to few. No dimensions means over all of them.
#include "shim.h"

EXPORT Tensor* THSTensor_sum(const Tensor* t, int8_t dtype) {
    return guarded([&] { return t->sum(to_optional_dtype(dtype)); });
}
EXPORT Tensor* THSTensor_sum_dims(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t keepdim, int8_t dtype) {
    return guarded([&] { return t->sum(to_ints(dims, ndims), keepdim != 0, to_optional_dtype(dtype)); });
}
EXPORT Tensor* THSTensor_mean(const Tensor* t, int8_t dtype) {
    return guarded([&] { return t->mean(to_optional_dtype(dtype)); });
}
EXPORT Tensor* THSTensor_mean_dims(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t keepdim, int8_t dtype) {
    return guarded([&] { return t->mean(to_ints(dims, ndims), keepdim != 0, to_optional_dtype(dtype)); });
}
EXPORT Tensor* THSTensor_var(const Tensor* t, int32_t unbiased) {
    return guarded([&] { return t->var(unbiased != 0); });
}
EXPORT Tensor* THSTensor_var_dims(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t unbiased, int32_t keepdim) {
    return guarded([&] { return t->var(to_ints(dims, ndims), unbiased != 0, keepdim != 0); });
}
EXPORT Tensor* THSTensor_std(const Tensor* t, int32_t unbiased) {
    return guarded([&] { return t->std(unbiased != 0); });
}
EXPORT Tensor* THSTensor_std_dims(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t unbiased, int32_t keepdim) {
    return guarded([&] { return t->std(to_ints(dims, ndims), unbiased != 0, keepdim != 0); });
}
EXPORT Tensor* THSTensor_max(const Tensor* t) { return guarded([&] { return t->max(); }); }
EXPORT Tensor* THSTensor_min(const Tensor* t) { return guarded([&] { return t->min(); }); }

// Values are returned, *indices holds the second tensor.
EXPORT Tensor* THSTensor_max_dim(const Tensor* t, int64_t dim, int32_t keepdim, Tensor** indices) {
    return guarded([&] {
        auto [values, places] = t->max(dim, keepdim != 0);
        *indices = new Tensor(places);
        return values;
    });
}
EXPORT Tensor* THSTensor_min_dim(const Tensor* t, int64_t dim, int32_t keepdim, Tensor** indices) {
    return guarded([&] {
        auto [values, places] = t->min(dim, keepdim != 0);
        *indices = new Tensor(places);
        return values;
    });
}
EXPORT Tensor* THSTensor_amax(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t keepdim) {
    return guarded([&] { return t->amax(to_ints(dims, ndims), keepdim != 0); });
}
EXPORT Tensor* THSTensor_amin(const Tensor* t, const int64_t* dims, int32_t ndims, int32_t keepdim) {
    return guarded([&] { return t->amin(to_ints(dims, ndims), keepdim != 0); });
}
EXPORT Tensor* THSTensor_argmax(const Tensor* t) { return guarded([&] { return t->argmax(); }); }
EXPORT Tensor* THSTensor_argmin(const Tensor* t) { return guarded([&] { return t->argmin(); }); }
EXPORT Tensor* THSTensor_all(const Tensor* t) { return guarded([&] { return t->all(); }); }
EXPORT Tensor* THSTensor_any(const Tensor* t) { return guarded([&] { return t->any(); }); }

EXPORT Tensor* THSTensor_norm(const Tensor* t, ScalarValue p) {
    return guarded([&] { return t->norm(to_scalar(p)); });
}
EXPORT Tensor* THSTensor_norm_dim(const Tensor* t, int64_t dim, int32_t keepdim, ScalarValue p) {
    return guarded([&] { return t->norm(to_optional_scalar(p), {dim}, keepdim != 0); });
}

EXPORT int32_t THSTensor_allclose(
    const Tensor* t, const Tensor* other, double rtol, double atol, int32_t equal_nan, int32_t* close) {
    return guarded_call([&] { *close = t->allclose(*other, rtol, atol, equal_nan != 0); });
}
EXPORT int32_t THSTensor_equal(const Tensor* t, const Tensor* other, int32_t* same) {
    return guarded_call([&] { *same = t->equal(*other); });
}
