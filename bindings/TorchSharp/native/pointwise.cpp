// Element by element: arithmetic, comparisons, functions, and the same in place.
#include "shim.h"

#define UNARY(name, expression)                                                                                        \
    EXPORT Tensor* THSTensor_##name(const Tensor* t) {                                                                 \
        return guarded([&] { return expression; });                                                                    \
    }
UNARY(neg, t->neg())
UNARY(abs, t->abs())
UNARY(sqrt, t->sqrt())
UNARY(rsqrt, t->rsqrt())
UNARY(square, t->square())
UNARY(reciprocal, t->reciprocal())
UNARY(exp, t->exp())
UNARY(log, t->log())
UNARY(sin, t->sin())
UNARY(cos, t->cos())
UNARY(floor, t->floor())
UNARY(ceil, t->ceil())
UNARY(round, t->round())
UNARY(sign, t->sign())
UNARY(relu, t->relu())
UNARY(sigmoid, t->sigmoid())
UNARY(tanh, t->tanh())
UNARY(logical_not, t->logical_not())
UNARY(isnan, t->isnan())
UNARY(isinf, t->isinf())
UNARY(isfinite, at::isfinite(*t))
UNARY(softplus, at::softplus(*t))
UNARY(silu, at::silu(*t))
UNARY(inverse, t->inverse())

#define BINARY(name, expression)                                                                                       \
    EXPORT Tensor* THSTensor_##name(const Tensor* t, const Tensor* other) {                                            \
        return guarded([&] { return expression; });                                                                    \
    }
BINARY(mul, t->mul(*other))
BINARY(div, t->div(*other))
BINARY(pow, t->pow(*other))
BINARY(maximum, at::maximum(*t, *other))
BINARY(minimum, at::minimum(*t, *other))
BINARY(atan2, t->atan2(*other))
BINARY(eq, t->eq(*other))
BINARY(ne, t->ne(*other))
BINARY(lt, t->lt(*other))
BINARY(le, t->le(*other))
BINARY(gt, t->gt(*other))
BINARY(ge, t->ge(*other))
BINARY(logical_and, t->logical_and(*other))
BINARY(logical_or, t->logical_or(*other))
BINARY(matmul, t->matmul(*other))
BINARY(mm, t->mm(*other))
BINARY(bmm, t->bmm(*other))

#define SCALAR(name, expression)                                                                                       \
    EXPORT Tensor* THSTensor_##name(const Tensor* t, ScalarValue value) {                                              \
        return guarded([&] { at::Scalar other = to_scalar(value); return expression; });                               \
    }
SCALAR(mul_scalar, t->mul(other))
SCALAR(div_scalar, t->div(other))
SCALAR(rdiv_scalar, t->reciprocal().mul(other))
SCALAR(rsub_scalar, at::rsub(*t, other))
SCALAR(pow_scalar, t->pow(other))
SCALAR(eq_scalar, t->eq(other))
SCALAR(ne_scalar, t->ne(other))
SCALAR(lt_scalar, t->lt(other))
SCALAR(le_scalar, t->le(other))
SCALAR(gt_scalar, t->gt(other))
SCALAR(ge_scalar, t->ge(other))
SCALAR(leaky_relu, at::leaky_relu(*t, other))

EXPORT Tensor* THSTensor_add(const Tensor* t, const Tensor* other, ScalarValue alpha) {
    return guarded([&] { return t->add(*other, to_scalar(alpha)); });
}
EXPORT Tensor* THSTensor_add_scalar(const Tensor* t, ScalarValue other, ScalarValue alpha) {
    return guarded([&] { return t->add(to_scalar(other), to_scalar(alpha)); });
}
EXPORT Tensor* THSTensor_sub(const Tensor* t, const Tensor* other, ScalarValue alpha) {
    return guarded([&] { return t->sub(*other, to_scalar(alpha)); });
}
EXPORT Tensor* THSTensor_sub_scalar(const Tensor* t, ScalarValue other, ScalarValue alpha) {
    return guarded([&] { return t->sub(to_scalar(other), to_scalar(alpha)); });
}
EXPORT Tensor* THSTensor_clamp(const Tensor* t, ScalarValue min, ScalarValue max) {
    return guarded([&] { return t->clamp(to_optional_scalar(min), to_optional_scalar(max)); });
}
EXPORT Tensor* THSTensor_where(const Tensor* condition, const Tensor* x, const Tensor* y) {
    return guarded([&] { return at::where(*condition, *x, *y); });
}
EXPORT Tensor* THSTensor_lerp(const Tensor* t, const Tensor* end, ScalarValue weight) {
    return guarded([&] { return t->lerp(*end, to_scalar(weight)); });
}

// In place: the target itself changes, so there is nothing to hand over.
#define IN_PLACE(name, expression)                                                                                     \
    EXPORT int32_t THSTensor_##name(Tensor* t) {                                                                       \
        return guarded_call([&] { expression; });                                                                      \
    }
IN_PLACE(zero_, t->zero_())
IN_PLACE(relu_, t->relu_())
IN_PLACE(sqrt_, t->sqrt_())
IN_PLACE(neg_, t->neg_())

#define IN_PLACE_TENSOR(name, expression)                                                                              \
    EXPORT int32_t THSTensor_##name(Tensor* t, const Tensor* other) {                                                  \
        return guarded_call([&] { expression; });                                                                      \
    }
IN_PLACE_TENSOR(mul_, t->mul_(*other))
IN_PLACE_TENSOR(div_, t->div_(*other))

#define IN_PLACE_SCALAR(name, expression)                                                                              \
    EXPORT int32_t THSTensor_##name(Tensor* t, ScalarValue value) {                                                    \
        return guarded_call([&] { at::Scalar other = to_scalar(value); expression; });                                 \
    }
IN_PLACE_SCALAR(mul_scalar_, t->mul_(other))
IN_PLACE_SCALAR(div_scalar_, t->div_(other))
IN_PLACE_SCALAR(pow_scalar_, t->pow_(other))
IN_PLACE_SCALAR(fill_, t->fill_(other))

EXPORT int32_t THSTensor_add_(Tensor* t, const Tensor* other, ScalarValue alpha) {
    return guarded_call([&] { t->add_(*other, to_scalar(alpha)); });
}
EXPORT int32_t THSTensor_add_scalar_(Tensor* t, ScalarValue other, ScalarValue alpha) {
    return guarded_call([&] { t->add_(to_scalar(other), to_scalar(alpha)); });
}
EXPORT int32_t THSTensor_sub_(Tensor* t, const Tensor* other, ScalarValue alpha) {
    return guarded_call([&] { t->sub_(*other, to_scalar(alpha)); });
}
EXPORT int32_t THSTensor_sub_scalar_(Tensor* t, ScalarValue other, ScalarValue alpha) {
    return guarded_call([&] { t->sub_(to_scalar(other), to_scalar(alpha)); });
}
EXPORT int32_t THSTensor_clamp_(Tensor* t, ScalarValue min, ScalarValue max) {
    return guarded_call([&] { t->clamp_(to_optional_scalar(min), to_optional_scalar(max)); });
}
EXPORT int32_t THSTensor_copy_(Tensor* t, const Tensor* source, int32_t non_blocking) {
    return guarded_call([&] { t->copy_(*source, non_blocking != 0); });
}
EXPORT int32_t THSTensor_addcmul_(Tensor* t, const Tensor* first, const Tensor* second, ScalarValue value) {
    return guarded_call([&] { t->addcmul_(*first, *second, to_scalar(value)); });
}
EXPORT int32_t THSTensor_addcdiv_(Tensor* t, const Tensor* first, const Tensor* second, ScalarValue value) {
    return guarded_call([&] { t->addcdiv_(*first, *second, to_scalar(value)); });
}
EXPORT int32_t THSTensor_lerp_(Tensor* t, const Tensor* end, ScalarValue weight) {
    return guarded_call([&] { t->lerp_(*end, to_scalar(weight)); });
}
EXPORT int32_t THSTensor_normal_(Tensor* t, double mean, double std) {
    return guarded_call([&] { t->normal_(mean, std); });
}
EXPORT int32_t THSTensor_uniform_(Tensor* t, double from, double to) {
    return guarded_call([&] { t->uniform_(from, to); });
}
