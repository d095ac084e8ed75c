using System.Runtime.InteropServices;
using OpenCvSharp;

namespace LiveStyle.Bindings.Tests.OpenCv;

public sealed class MatTests
{
    [Fact]
    public void New_matrix_knows_its_size_and_type()
    {
        using var mat = new Mat(3, 5, MatType.CV_8UC3, new Scalar(1, 2, 3));

        Assert.Equal((3, 5, 5, 3), (mat.Rows, mat.Cols, mat.Width, mat.Height));
        Assert.Equal(MatType.CV_8UC3, mat.Type());
        Assert.Equal((MatType.CV_8U, 3, 3, 15L, 15L), (mat.Depth(), mat.Channels(), mat.ElemSize(), mat.Step(), mat.Total()));
        Assert.Equal(new Vec3b(1, 2, 3), mat.At<Vec3b>(2, 4));
        Assert.False(mat.Empty());
    }

    [Fact]
    public void Matrix_over_callers_memory_does_not_copy()
    {
        byte[] pixels = GC.AllocateArray<byte>(2 * 4 * 3, pinned: true);
        using var mat = new Mat(2, 4, MatType.CV_8UC3, Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0));

        mat.SetTo(new Scalar(7, 8, 9));

        Assert.Equal([7, 8, 9], pixels[^3..]);
        Assert.Equal(Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0), mat.Data);
    }

    [Fact]
    public void Matrix_over_callers_memory_keeps_the_given_step()
    {
        byte[] pixels = GC.AllocateArray<byte>(2 * 16, pinned: true);
        using var mat = new Mat(2, 3, MatType.CV_8UC3, Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0), 16);

        mat.SetTo(new Scalar(1, 1, 1));

        Assert.False(mat.IsContinuous());
        Assert.Equal(0, pixels[9]);
        Assert.Equal(1, pixels[16]);
    }

    [Fact]
    public void Part_of_a_matrix_shares_its_pixels_and_a_clone_does_not()
    {
        using var mat = new Mat(4, 4, MatType.CV_8UC1, new Scalar(0));
        using Mat part = mat[new Rect(1, 1, 2, 2)];
        using Mat clone = part.Clone();

        part.SetTo(new Scalar(5));

        Assert.Equal(5, mat.At<byte>(2, 2));
        Assert.Equal(0, mat.At<byte>(3, 3));
        Assert.Equal(0, clone.At<byte>(1, 1));
        Assert.True(clone.IsContinuous());
    }

    [Fact]
    public void Part_outlives_the_matrix_it_was_taken_from()
    {
        var mat = new Mat(4, 4, MatType.CV_8UC1, new Scalar(3));
        using Mat part = mat.SubMat(new Rect(0, 0, 2, 2));
        mat.Dispose();

        Assert.Equal(3, part.At<byte>(1, 1));
    }

    [Fact]
    public void Arrays_go_in_and_come_out_row_by_row()
    {
        using var mat = new Mat(2, 3, MatType.CV_32FC1);

        Assert.True(mat.SetArray(1f, 2f, 3f, 4f, 5f, 6f));
        Assert.True(mat.GetArray(out float[] back));

        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], back);
        Assert.Equal(6f, mat.Get<float>(1, 2));
        Assert.Throws<OpenCvSharpException>(() => mat.GetArray(out byte[] _));
    }

    [Fact]
    public void ConvertTo_scales_rounds_and_saturates()
    {
        using var mat = new Mat(1, 3, MatType.CV_32FC1);
        mat.SetArray(0.25f, 1f, 2f);
        using var bytes = new Mat();

        mat.ConvertTo(bytes, MatType.CV_8UC1, 255);

        Assert.True(bytes.GetArray(out byte[] back));
        Assert.Equal([64, 255, 255], back);
    }

    [Fact]
    public void Disposed_matrix_refuses_work()
    {
        var mat = new Mat(2, 2, MatType.CV_8UC1);
        mat.Dispose();
        mat.Dispose();

        Assert.True(mat.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => mat.Rows);
        Assert.Throws<ObjectDisposedException>(() => mat.Clone());
    }

    [Fact]
    public void Cpp_exception_becomes_a_managed_one_with_its_place()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1);

        OpenCVException e = Assert.Throws<OpenCVException>(() => mat.SubMat(new Rect(1, 1, 5, 5)));

        Assert.Equal(ErrorCode.StsAssert, e.Status);
        Assert.Contains("roi", e.ErrMsg, StringComparison.Ordinal);
        Assert.NotEqual("", e.FileName);
        Assert.True(e.Line > 0);
    }
}
