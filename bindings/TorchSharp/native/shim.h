// What every file of the shim shares: the export macro, the guards that keep C++ exceptions inside, and the argument types.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <string>
#include <utility>

#define EXPORT extern "C" __attribute__((visibility("default")))

using at::Tensor;

// Remembers the exception in flight as this thread's last error. Call it only inside a catch block.
void remember_current_exception() noexcept;

// A number from managed code; mirrors ScalarValue.cs.
struct ScalarValue {
    int64_t bits;
    int32_t kind; // 0: none, 1: double (bits are its bit pattern), 2: int64, 3: bool
};

inline at::Scalar to_scalar(ScalarValue value) {
    switch (value.kind) {
    case 1: {
        double number;
        std::memcpy(&number, &value.bits, sizeof number);
        return number;
    }
    case 2: return value.bits;
    case 3: return value.bits != 0;
    default: TORCH_CHECK(false, "a number was expected");
    }
}

inline c10::optional<at::Scalar> to_optional_scalar(ScalarValue value) {
    return value.kind == 0 ? c10::nullopt : c10::optional<at::Scalar>(to_scalar(value));
}

inline c10::optional<Tensor> to_optional(const Tensor* tensor) {
    return tensor ? c10::optional<Tensor>(*tensor) : c10::nullopt;
}

// -1 means "as it is".
inline c10::optional<at::ScalarType> to_optional_dtype(int8_t dtype) {
    return dtype < 0 ? c10::nullopt : c10::optional<at::ScalarType>(static_cast<at::ScalarType>(dtype));
}

inline at::IntArrayRef to_ints(const int64_t* values, int32_t count) {
    return at::IntArrayRef(values, static_cast<size_t>(count));
}

// Runs make(), which gives a tensor, and hands it over as a fresh handle; null means: see the last error.
template <class Make> Tensor* guarded(Make&& make) noexcept {
    try {
        return new Tensor(make());
    } catch (...) {
        remember_current_exception();
        return nullptr;
    }
}

// Runs action(); 1 means that it went well, 0 means: see the last error.
template <class Action> int32_t guarded_call(Action&& action) noexcept {
    try {
        action();
        return 1;
    } catch (...) {
        remember_current_exception();
        return 0;
    }
}
