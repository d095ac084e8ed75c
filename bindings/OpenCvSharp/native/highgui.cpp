#include "shim.h"

#include <opencv2/highgui.hpp>

CVS_API cvs_named_window(const char* name, int flags) {
    return guarded([&] { cv::namedWindow(name, flags); });
}

CVS_API cvs_imshow(const char* name, const cv::Mat* image) {
    return guarded([&] { cv::imshow(name, *image); });
}

CVS_API cvs_wait_key(int delay, int* key) {
    return guarded([&] { *key = cv::waitKey(delay); });
}

CVS_API cvs_destroy_window(const char* name) {
    return guarded([&] { cv::destroyWindow(name); });
}

CVS_API cvs_destroy_all_windows() {
    return guarded([&] { cv::destroyAllWindows(); });
}

CVS_API cvs_resize_window(const char* name, int width, int height) {
    return guarded([&] { cv::resizeWindow(name, width, height); });
}

CVS_API cvs_set_window_title(const char* name, const char* title) {
    return guarded([&] { cv::setWindowTitle(name, title); });
}

CVS_API cvs_get_window_property(const char* name, int property, double* value) {
    return guarded([&] { *value = cv::getWindowProperty(name, property); });
}

CVS_API cvs_set_window_property(const char* name, int property, double value) {
    return guarded([&] { cv::setWindowProperty(name, property, value); });
}
