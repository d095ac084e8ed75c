namespace LiveStyle.Train.Evaluation;

/// <summary>A short video whose motion is known, exactly or by estimation.</summary>
public interface IClip
{
    /// <summary>For the card.</summary>
    string Name { get; }

    /// <summary>Frames that it has, or at most has.</summary>
    int FrameCount { get; }

    /// <summary>Shows every frame in order, the same ones each time.</summary>
    /// <param name="show">Borrows the frame; keeps nothing of it.</param>
    /// <param name="cancellationToken">Ends with an exception between two frames.</param>
    void Play(Action<ClipFrame> show, CancellationToken cancellationToken);
}
