// The C face of the OpenCV functions that bindings/OpenCvSharp calls.
// Every function returns 0, or 1 after an exception, whose details wait in thread-local storage for cvs_last_error.
#pragma once

#include <opencv2/core.hpp>

#define CVS_API extern "C" __attribute__((visibility("default"))) int

struct CvsScalar { double v[4]; };
struct CvsRect { int x, y, width, height; };

inline cv::Scalar to_cv(const CvsScalar& s) { return {s.v[0], s.v[1], s.v[2], s.v[3]}; }

// Stores the exception in flight as this thread's last error. Call it in a catch block only.
int cvs_store_error() noexcept;

// Runs the body; no C++ exception ever crosses into managed code.
template <typename Body>
int guarded(Body body) noexcept {
    try {
        body();
        return 0;
    } catch (...) {
        return cvs_store_error();
    }
}
