// The last error of each thread, as libtorch said it but without its C++ stack trace.
#include "shim.h"

namespace {
thread_local std::string last_error;
}

void remember_current_exception() noexcept {
    try {
        try {
            throw;
        } catch (const c10::Error& error) {
            last_error = error.what_without_backtrace();
        } catch (const std::exception& error) {
            last_error = error.what();
        } catch (...) {
            last_error = "unknown C++ exception";
        }
        size_t trace = last_error.find("\nException raised from ");
        if (trace != std::string::npos) last_error.resize(trace);
    } catch (...) { // out of memory while copying the message
        last_error.clear();
    }
}

EXPORT const char* THS_last_error() { return last_error.c_str(); }
