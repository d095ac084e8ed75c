namespace LiveStyle.Train.Distillation;

/// <summary>All that decides how a loss network is distilled. The defaults are the recipe of the shipped one.</summary>
public sealed record DistillationOptions
{
    /// <summary>The loss network to learn from: VGG-19 in safetensors form.</summary>
    public required string Teacher { get; init; }

    /// <summary>Folder of photographs.</summary>
    public required string Photos { get; init; }

    /// <summary>Folder of paintings: their crops are looked at, and are what pictures are optimised towards.</summary>
    public required string Paintings { get; init; }

    /// <summary>Folder to write the loss network and its card to.</summary>
    public required string Output { get; init; }

    /// <summary>Steps. Default 12000: about two hours on two cores.</summary>
    public int Steps { get; init; } = 12000;

    /// <summary>Pixels of a crop's side.</summary>
    public int Crop { get; init; } = 96;

    /// <summary>Photographs a step.</summary>
    public int PhotosAStep { get; init; } = 3;

    /// <summary>Pictures under optimisation that a step looks at (and moves on).</summary>
    public int OptimisedAStep { get; init; } = 3;

    /// <summary>Pictures that are under optimisation at the same time.</summary>
    public int Pool { get; init; } = 24;

    /// <summary>Pixels of a side of the pictures that the finished network is judged by.</summary>
    public int JudgedSide { get; init; } = 192;

    /// <summary>Weight of the distance between Gram matrices against that between features.</summary>
    public double GramWeight { get; init; } = 2;

    /// <summary>Adam's learning rate at its highest; it falls to zero along a cosine.</summary>
    public double LearningRate { get; init; } = 4e-3;

    /// <summary>Decides the first weights and every crop.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads for the tensor library; 0: one a core.</summary>
    public int Threads { get; init; }

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>Continue from the checkpoint in <see cref="Output"/>, if there is one, rather than refuse.</summary>
    public bool Resume { get; init; }

    /// <summary>Every problem at once, each naming the option as the user typed it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Steps < 1) yield return $"--steps must be at least 1, not {Steps}.";
        if (Crop % 4 != 0 || Crop < 32) yield return $"--crop must be a multiple of 4 and at least 32, not {Crop}.";
        if (CheckpointEvery < 1) yield return $"--checkpoint-every must be at least 1, not {CheckpointEvery}.";
        if (LearningRate <= 0) yield return $"--learning-rate must be above 0, not {LearningRate}.";
        if (Threads < 0) yield return $"--threads must not be negative, but is {Threads}.";
    }
}
