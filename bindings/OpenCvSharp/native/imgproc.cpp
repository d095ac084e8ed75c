#include "shim.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>
#include <vector>

using cv::Mat;

CVS_API cvs_resize(const Mat* src, Mat* dst, int width, int height, double fx, double fy, int interpolation) {
    return guarded([&] { cv::resize(*src, *dst, cv::Size(width, height), fx, fy, interpolation); });
}

CVS_API cvs_put_text(
    Mat* image, const char* text, int x, int y, int font, double scale, CvsScalar color, int thickness, int line, int bottom_left) {
    return guarded([&] { cv::putText(*image, text, cv::Point(x, y), font, scale, to_cv(color), thickness, line, bottom_left != 0); });
}

CVS_API cvs_cvt_color(const Mat* src, Mat* dst, int code, int channels) {
    return guarded([&] { cv::cvtColor(*src, *dst, code, channels); });
}

CVS_API cvs_gaussian_blur(const Mat* src, Mat* dst, int width, int height, double sigma_x, double sigma_y, int border) {
    return guarded([&] { cv::GaussianBlur(*src, *dst, cv::Size(width, height), sigma_x, sigma_y, border); });
}

CVS_API cvs_remap(const Mat* src, Mat* dst, const Mat* map1, const Mat* map2, int interpolation, int border, CvsScalar value) {
    return guarded([&] { cv::remap(*src, *dst, *map1, *map2, interpolation, border, to_cv(value)); });
}

CVS_API cvs_copy_make_border(const Mat* src, Mat* dst, int top, int bottom, int left, int right, int border, CvsScalar value) {
    return guarded([&] { cv::copyMakeBorder(*src, *dst, top, bottom, left, right, border, to_cv(value)); });
}

CVS_API cvs_flip(const Mat* src, Mat* dst, int code) {
    return guarded([&] { cv::flip(*src, *dst, code); });
}

CVS_API cvs_rotate(const Mat* src, Mat* dst, int code) {
    return guarded([&] { cv::rotate(*src, *dst, code); });
}

CVS_API cvs_absdiff(const Mat* a, const Mat* b, Mat* dst) {
    return guarded([&] { cv::absdiff(*a, *b, *dst); });
}

CVS_API cvs_transform(const Mat* src, Mat* dst, const Mat* matrix) {
    return guarded([&] { cv::transform(*src, *dst, *matrix); });
}

CVS_API cvs_mean(const Mat* src, const Mat* mask, CvsScalar* out) {
    return guarded([&] {
        cv::Scalar mean = mask ? cv::mean(*src, *mask) : cv::mean(*src);
        *out = {{mean[0], mean[1], mean[2], mean[3]}};
    });
}

// One plane; managed code asks for each in turn, so no vector of matrices crosses the border.
CVS_API cvs_extract_channel(const Mat* src, Mat* dst, int channel) {
    return guarded([&] { cv::extractChannel(*src, *dst, channel); });
}

CVS_API cvs_merge(const Mat* const* planes, int count, Mat* dst) {
    return guarded([&] {
        std::vector<Mat> all;
        all.reserve(count);
        for (int i = 0; i < count; i++) all.push_back(*planes[i]);
        cv::merge(all, *dst);
    });
}

CVS_API cvs_farneback(const Mat* previous, const Mat* next, Mat* flow, double pyramid_scale, int levels, int window, int iterations,
                      int poly_n, double poly_sigma, int flags) {
    return guarded([&] {
        cv::calcOpticalFlowFarneback(*previous, *next, *flow, pyramid_scale, levels, window, iterations, poly_n, poly_sigma, flags);
    });
}

CVS_API cvs_set_num_threads(int threads) {
    return guarded([&] { cv::setNumThreads(threads); });
}

CVS_API cvs_get_num_threads(int* out) {
    return guarded([&] { *out = cv::getNumThreads(); });
}
