// Other views and arrangements of the same elements.
#include "shim.h"

#include <ATen/TensorIndexing.h>

#include <vector>

#define SHAPED(name, expression)                                                                                       \
    EXPORT Tensor* THSTensor_##name(const Tensor* t, const int64_t* dims, int32_t ndims) {                             \
        return guarded([&] { at::IntArrayRef sizes = to_ints(dims, ndims); return expression; });                      \
    }
SHAPED(reshape, t->reshape(sizes))
SHAPED(view, t->view(sizes))
SHAPED(permute, t->permute(sizes))
SHAPED(expand, t->expand(sizes))
SHAPED(repeat, t->repeat(sizes))
SHAPED(flip, t->flip(sizes))

EXPORT Tensor* THSTensor_roll(const Tensor* t, const int64_t* shifts, int32_t nshifts, const int64_t* dims, int32_t ndims) {
    return guarded([&] { return t->roll(to_ints(shifts, nshifts), to_ints(dims, ndims)); });
}
EXPORT Tensor* THSTensor_transpose(const Tensor* t, int64_t dim0, int64_t dim1) {
    return guarded([&] { return t->transpose(dim0, dim1); });
}
EXPORT Tensor* THSTensor_t(const Tensor* t) { return guarded([&] { return t->t(); }); }
EXPORT Tensor* THSTensor_squeeze(const Tensor* t) { return guarded([&] { return t->squeeze(); }); }
EXPORT Tensor* THSTensor_squeeze_dim(const Tensor* t, int64_t dim) { return guarded([&] { return t->squeeze(dim); }); }
EXPORT Tensor* THSTensor_unsqueeze(const Tensor* t, int64_t dim) { return guarded([&] { return t->unsqueeze(dim); }); }
EXPORT Tensor* THSTensor_flatten(const Tensor* t, int64_t start, int64_t end) {
    return guarded([&] { return t->flatten(start, end); });
}
EXPORT Tensor* THSTensor_narrow(const Tensor* t, int64_t dim, int64_t start, int64_t length) {
    return guarded([&] { return t->narrow(dim, start, length); });
}
EXPORT Tensor* THSTensor_slice(const Tensor* t, int64_t dim, int64_t start, int64_t finish, int64_t step) {
    return guarded([&] { return t->slice(dim, start, finish, step); });
}
EXPORT Tensor* THSTensor_select(const Tensor* t, int64_t dim, int64_t index) {
    return guarded([&] { return t->select(dim, index); });
}
EXPORT Tensor* THSTensor_index_select(const Tensor* t, int64_t dim, const Tensor* index) {
    return guarded([&] { return t->index_select(dim, *index); });
}
EXPORT Tensor* THSTensor_gather(const Tensor* t, int64_t dim, const Tensor* index) {
    return guarded([&] { return t->gather(dim, *index); });
}

// One entry of t[...]; mirrors NativeIndex.cs.
struct NativeIndex {
    int32_t kind; // 0: None, 1: Ellipsis, 2: bool, 3: one place, 4: slice, 5: tensor
    int32_t has_start, has_stop, has_step;
    int64_t start, stop, step;
    const Tensor* tensor;
};

namespace {
std::vector<at::indexing::TensorIndex> to_indices(const NativeIndex* indices, int32_t count) {
    auto given = [](int32_t has, int64_t value) { return has ? c10::optional<int64_t>(value) : c10::nullopt; };
    std::vector<at::indexing::TensorIndex> result;
    for (const NativeIndex* index = indices; index != indices + count; ++index) {
        switch (index->kind) {
        case 0: result.emplace_back(at::indexing::None); break;
        case 1: result.emplace_back(at::indexing::Ellipsis); break;
        case 2: result.emplace_back(index->start != 0); break;
        case 3: result.emplace_back(index->start); break;
        case 4:
            result.emplace_back(at::indexing::Slice(
                given(index->has_start, index->start), given(index->has_stop, index->stop), given(index->has_step, index->step)));
            break;
        default: result.emplace_back(*index->tensor); break;
        }
    }
    return result;
}
} // namespace

EXPORT Tensor* THSTensor_index(const Tensor* t, const NativeIndex* indices, int32_t count) {
    return guarded([&] { return t->index(to_indices(indices, count)); });
}
EXPORT int32_t THSTensor_index_put_(Tensor* t, const NativeIndex* indices, int32_t count, const Tensor* value) {
    return guarded_call([&] { t->index_put_(to_indices(indices, count), *value); });
}
EXPORT int32_t THSTensor_index_put_scalar_(Tensor* t, const NativeIndex* indices, int32_t count, ScalarValue value) {
    return guarded_call([&] { t->index_put_(to_indices(indices, count), to_scalar(value)); });
}

namespace {
std::vector<Tensor> to_list(const Tensor* const* tensors, int32_t count) {
    std::vector<Tensor> list;
    list.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; ++i) list.push_back(*tensors[i]);
    return list;
}
} // namespace

EXPORT Tensor* THSTensor_cat(const Tensor* const* tensors, int32_t count, int64_t dim) {
    return guarded([&] { return at::cat(to_list(tensors, count), dim); });
}
EXPORT Tensor* THSTensor_stack(const Tensor* const* tensors, int32_t count, int64_t dim) {
    return guarded([&] { return at::stack(to_list(tensors, count), dim); });
}

// results has room for as many handles as there are tensors.
EXPORT int32_t THSTensor_meshgrid(const Tensor* const* tensors, int32_t count, Tensor** results) {
    return guarded_call([&] {
        std::vector<Tensor> grids = at::meshgrid(to_list(tensors, count), "ij");
        for (size_t i = 0; i < grids.size(); ++i) results[i] = new Tensor(grids[i]);
    });
}
