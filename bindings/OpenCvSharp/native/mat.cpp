#include "shim.h"

using cv::Mat;

CVS_API cvs_mat_new(Mat** out) {
    return guarded([&] { *out = new Mat(); });
}

CVS_API cvs_mat_new_sized(int rows, int cols, int type, Mat** out) {
    return guarded([&] { *out = new Mat(rows, cols, type); });
}

CVS_API cvs_mat_new_filled(int rows, int cols, int type, CvsScalar value, Mat** out) {
    return guarded([&] { *out = new Mat(rows, cols, type, to_cv(value)); });
}

// A header over the caller's memory, which must outlive it. step 0: rows follow each other without padding.
CVS_API cvs_mat_new_over(int rows, int cols, int type, void* data, size_t step, Mat** out) {
    return guarded([&] { *out = new Mat(rows, cols, type, data, step == 0 ? static_cast<size_t>(Mat::AUTO_STEP) : step); });
}

CVS_API cvs_mat_new_roi(const Mat* mat, CvsRect roi, Mat** out) {
    return guarded([&] { *out = new Mat(*mat, cv::Rect(roi.x, roi.y, roi.width, roi.height)); });
}

extern "C" __attribute__((visibility("default"))) void cvs_mat_delete(Mat* mat) { delete mat; }

struct CvsMatInfo {
    unsigned char* data;
    size_t step, total, element_size;
    int rows, cols, type, dims, continuous;
};

CVS_API cvs_mat_info(const Mat* mat, CvsMatInfo* info) {
    return guarded([&] {
        *info = {mat->data, mat->dims > 0 ? mat->step[0] : 0, mat->total(), mat->elemSize(),
                 mat->rows, mat->cols, mat->type(), mat->dims, mat->isContinuous() ? 1 : 0};
    });
}

CVS_API cvs_mat_create(Mat* mat, int rows, int cols, int type) {
    return guarded([&] { mat->create(rows, cols, type); });
}

CVS_API cvs_mat_copy_to(const Mat* mat, Mat* destination, const Mat* mask) {
    return guarded([&] {
        if (mask) mat->copyTo(*destination, *mask);
        else mat->copyTo(*destination);
    });
}

CVS_API cvs_mat_convert_to(const Mat* mat, Mat* destination, int type, double alpha, double beta) {
    return guarded([&] { mat->convertTo(*destination, type, alpha, beta); });
}

CVS_API cvs_mat_set_to(Mat* mat, CvsScalar value, const Mat* mask) {
    return guarded([&] {
        if (mask) mat->setTo(to_cv(value), *mask);
        else mat->setTo(to_cv(value));
    });
}

CVS_API cvs_mat_reshape(const Mat* mat, int channels, int rows, Mat** out) {
    return guarded([&] { *out = new Mat(mat->reshape(channels, rows)); });
}
