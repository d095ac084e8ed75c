using System.Runtime.CompilerServices;
using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <content>Header and elements.</content>
public partial class Mat
{
    public int Rows => Info.Rows;

    public int Cols => Info.Cols;

    public int Height => Info.Rows;

    public int Width => Info.Cols;

    public int Dims => Info.Dims;

    /// <summary>First byte of the first row. Valid until the matrix is reallocated or disposed.</summary>
    public IntPtr Data => Info.Data;

    /// <summary>First byte of the first row. Valid until the matrix is reallocated or disposed.</summary>
    public unsafe byte* DataPointer => (byte*)Info.Data;

    private MatInfo Info
    {
        get
        {
            NativeMethods.Check(NativeMethods.MatRead(Alive, out MatInfo info));
            return info;
        }
    }

    public MatType Type() => Info.Type;

    public int Depth() => Type().Depth;

    public int Channels() => Type().Channels;

    public Size Size()
    {
        MatInfo info = Info;
        return new Size(info.Cols, info.Rows);
    }

    public bool Empty() => Info.Data == 0 || Info.Total == 0;

    /// <summary>True if rows follow each other without padding.</summary>
    public bool IsContinuous() => Info.Continuous != 0;

    /// <summary>Bytes from one row to the next.</summary>
    public long Step() => Info.Step;

    /// <summary>Number of elements.</summary>
    public long Total() => Info.Total;

    /// <summary>Bytes of one element with all its channels.</summary>
    public int ElemSize() => (int)Info.ElementSize;

    /// <summary>First byte of row <paramref name="i0"/>.</summary>
    public IntPtr Ptr(int i0)
    {
        MatInfo info = Info;
        return info.Data + i0 * info.Step;
    }

    /// <summary>The element itself. Not checked, as in C++: <typeparamref name="T"/> must fit the type, the indices the size.</summary>
    public unsafe ref T At<T>(int i0, int i1) where T : unmanaged
    {
        MatInfo info = Info;
        return ref Unsafe.AsRef<T>((T*)(info.Data + i0 * info.Step) + i1);
    }

    public T Get<T>(int i0, int i1) where T : unmanaged => At<T>(i0, i1);

    public void Set<T>(int i0, int i1, T value) where T : unmanaged => At<T>(i0, i1) = value;

    /// <summary>All elements, row by row, in a new array.</summary>
    /// <exception cref="OpenCvSharpException"><typeparamref name="T"/> is not the size of an element.</exception>
    public unsafe bool GetArray<T>(out T[] data) where T : unmanaged
    {
        MatInfo info = Fitting<T>();
        data = new T[info.Total];
        for (int row = 0; row < info.Rows; row++)
            new ReadOnlySpan<T>((void*)(info.Data + row * info.Step), info.Cols).CopyTo(data.AsSpan(row * info.Cols));
        return true;
    }

    /// <summary>Overwrites the first elements, row by row.</summary>
    /// <exception cref="OpenCvSharpException">An element has another size than <typeparamref name="T"/>, or there are too many.</exception>
    public unsafe bool SetArray<T>(params T[] data) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        MatInfo info = Fitting<T>();
        if (data.Length > info.Total) throw new OpenCvSharpException($"{data.Length} elements do not fit a matrix of {info.Total}");
        for (int row = 0; row * info.Cols < data.Length; row++)
        {
            ReadOnlySpan<T> rest = data.AsSpan(row * info.Cols);
            rest[..Math.Min(info.Cols, rest.Length)].CopyTo(new Span<T>((void*)(info.Data + row * info.Step), info.Cols));
        }

        return true;
    }

    private unsafe MatInfo Fitting<T>() where T : unmanaged
    {
        MatInfo info = Info;
        if (sizeof(T) == info.ElementSize) return info;
        throw new OpenCvSharpException(
            $"{typeof(T).Name} has {sizeof(T)} bytes, an element of {new MatType(info.Type)} has {info.ElementSize}");
    }
}
