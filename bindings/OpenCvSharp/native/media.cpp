#include "shim.h"

#include <cstring>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>
#include <vector>

using cv::Mat;
using cv::VideoCapture;

namespace {
std::vector<int> parameters(const int* values, int count) { return values ? std::vector<int>(values, values + count) : std::vector<int>(); }
} // namespace

CVS_API cvs_imread(const char* path, int flags, Mat** out) {
    return guarded([&] { *out = new Mat(cv::imread(path, flags)); });
}

CVS_API cvs_imwrite(const char* path, const Mat* image, const int* values, int count, int* ok) {
    return guarded([&] { *ok = cv::imwrite(path, *image, parameters(values, count)) ? 1 : 0; });
}

CVS_API cvs_imdecode(const unsigned char* bytes, int length, int flags, Mat** out) {
    return guarded([&] {
        const Mat buffer(1, length, CV_8UC1, const_cast<unsigned char*>(bytes));
        *out = new Mat(cv::imdecode(buffer, flags));
    });
}

// The encoded bytes come back as a 1 x n matrix, which the caller owns; ok 0 leaves it empty.
CVS_API cvs_imencode(const char* extension, const Mat* image, const int* values, int count, Mat* bytes, int* ok) {
    return guarded([&] {
        std::vector<unsigned char> buffer;
        *ok = cv::imencode(extension, *image, buffer, parameters(values, count)) ? 1 : 0;
        if (!*ok) return;
        bytes->create(1, static_cast<int>(buffer.size()), CV_8UC1);
        std::memcpy(bytes->data, buffer.data(), buffer.size());
    });
}

CVS_API cvs_capture_new(VideoCapture** out) {
    return guarded([&] { *out = new VideoCapture(); });
}

extern "C" __attribute__((visibility("default"))) void cvs_capture_delete(VideoCapture* capture) { delete capture; }

CVS_API cvs_capture_open_file(VideoCapture* capture, const char* path, int api, const int* values, int count, int* ok) {
    return guarded([&] { *ok = capture->open(path, api, parameters(values, count)) ? 1 : 0; });
}

CVS_API cvs_capture_open_device(VideoCapture* capture, int index, int api, const int* values, int count, int* ok) {
    return guarded([&] { *ok = capture->open(index, api, parameters(values, count)) ? 1 : 0; });
}

CVS_API cvs_capture_is_opened(const VideoCapture* capture, int* ok) {
    return guarded([&] { *ok = capture->isOpened() ? 1 : 0; });
}

CVS_API cvs_capture_release(VideoCapture* capture) {
    return guarded([&] { capture->release(); });
}

CVS_API cvs_capture_grab(VideoCapture* capture, int* ok) {
    return guarded([&] { *ok = capture->grab() ? 1 : 0; });
}

CVS_API cvs_capture_retrieve(VideoCapture* capture, Mat* image, int flag, int* ok) {
    return guarded([&] { *ok = capture->retrieve(*image, flag) ? 1 : 0; });
}

CVS_API cvs_capture_read(VideoCapture* capture, Mat* image, int* ok) {
    return guarded([&] { *ok = capture->read(*image) ? 1 : 0; });
}

CVS_API cvs_capture_get(const VideoCapture* capture, int property, double* value) {
    return guarded([&] { *value = capture->get(property); });
}

CVS_API cvs_capture_set(VideoCapture* capture, int property, double value, int* ok) {
    return guarded([&] { *ok = capture->set(property, value) ? 1 : 0; });
}
