using LiveStyle.Frames;

namespace LiveStyle.Live.Steadiness;

/// <summary>Where a picture moves against the one before: a mark for each block of 16x8 pixels.</summary>
internal sealed class MotionMarks
{
    /// <summary>Pixels of a block.</summary>
    public const int BlockWidth = 16, BlockHeight = 8;

    /// <summary>Bytes of a row of a block.</summary>
    public const int BytesAcross = BlockWidth * FrameFormat.BytesPerPixel;

    private bool[] _near = [];

    /// <summary>Blocks in a row.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows of blocks.</summary>
    public int Rows { get; private set; }

    /// <summary>True if the block or one of its neighbours has moved, or nothing is known yet.</summary>
    public bool IsMoving(int column, int row) => _near[(row * Columns) + column];

    /// <summary>Knows nothing of pictures of another size: everything moves.</summary>
    public void Begin(FrameFormat format)
    {
        Columns = (format.Width + BlockWidth - 1) / BlockWidth;
        Rows = (format.Height + BlockHeight - 1) / BlockHeight;
        _near = new bool[Columns * Rows];
        Array.Fill(_near, true);
    }

    /// <summary>Marks every block that has moved, and its neighbours.</summary>
    /// <param name="moved">Row by row.</param>
    public void MarkAround(ReadOnlySpan<bool> moved)
    {
        for (int block = 0; block < _near.Length; block++) _near[block] = MovedAround(moved, block % Columns, block / Columns);
    }

    /// <summary>Takes another picture's marks over.</summary>
    public void CopyFrom(MotionMarks other)
    {
        (Columns, Rows) = (other.Columns, other.Rows);
        if (_near.Length != other._near.Length) _near = new bool[other._near.Length];
        other._near.CopyTo(_near, 0);
    }

    private bool MovedAround(ReadOnlySpan<bool> moved, int column, int row)
    {
        for (int y = Math.Max(0, row - 1); y <= Math.Min(Rows - 1, row + 1); y++)
        {
            for (int x = Math.Max(0, column - 1); x <= Math.Min(Columns - 1, column + 1); x++)
                if (moved[(y * Columns) + x]) return true;
        }

        return false;
    }
}
