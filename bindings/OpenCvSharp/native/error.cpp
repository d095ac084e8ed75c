#include "shim.h"

#include <exception>
#include <string>

namespace {

struct LastError {
    int status = 0;
    std::string function, message, file;
    int line = 0;
};

thread_local LastError last_error;

void set(int status, const char* function, const char* message, const char* file, int line) noexcept {
    try {
        last_error.status = status;
        last_error.function = function;
        last_error.message = message;
        last_error.file = file;
        last_error.line = line;
    } catch (...) {
        last_error.status = status; // out of memory while copying a text: the number survives
    }
}

// OpenCV prints every error to stderr unless a handler takes it; the managed exception carries it already.
int swallow(int, const char*, const char*, const char*, int, void*) { return 0; }

const bool redirected = (cv::redirectError(swallow), true);

} // namespace

int cvs_store_error() noexcept {
    (void)redirected;
    try {
        throw;
    } catch (const cv::Exception& e) {
        set(e.code, e.func.c_str(), e.err.c_str(), e.file.c_str(), e.line);
    } catch (const std::bad_alloc&) {
        set(cv::Error::StsNoMem, "", "out of memory", "", 0);
    } catch (const std::exception& e) {
        set(cv::Error::StsError, "", e.what(), "", 0);
    } catch (...) {
        set(cv::Error::StsError, "", "an unknown C++ exception", "", 0);
    }
    return 1;
}

// The texts stay valid until the next failing call on this thread.
extern "C" __attribute__((visibility("default"))) void cvs_last_error(
    int* status, const char** function, const char** message, const char** file, int* line) {
    *status = last_error.status;
    *function = last_error.function.c_str();
    *message = last_error.message.c_str();
    *file = last_error.file.c_str();
    *line = last_error.line;
}
