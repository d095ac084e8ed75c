using System.CommandLine;
using LiveStyle.Train.Distillation;

namespace LiveStyle.Cli.Training;

/// <summary>The options of <c>train-loss-network</c>. Defaults are those of <see cref="DistillationOptions"/>.</summary>
internal sealed class DistillationArguments
{
    private static readonly DistillationOptions Defaults = new() { Teacher = "", Photos = "", Paintings = "", Output = "" };

    private readonly Option<string> _teacher = new("--teacher") { Description = "VGG-19 weights in safetensors form: what is learnt from.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _photos = new("--photos") { Description = "Folder of photographs; hundreds are better than tens.", Required = true, HelpName = "FOLDER" };
    private readonly Option<string> _paintings = new("--paintings") { Description = "Folder of paintings.", Required = true, HelpName = "FOLDER" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder to write the loss network to.", Required = true, HelpName = "FOLDER" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the checkpoint in the output folder." };
    private readonly Option<int> _steps = Number("--steps", "Training steps.", Defaults.Steps);
    private readonly Option<int> _crop = Number("--crop", "Pixels of a crop's side.", Defaults.Crop);
    private readonly Option<double> _learningRate = Number("--learning-rate", "Adam's highest learning rate.", Defaults.LearningRate);
    private readonly Option<int> _seed = Number("--seed", "Decides the first weights and every crop.", Defaults.Seed);
    private readonly Option<int> _threads = Number("--threads", "0: one a core.", Defaults.Threads);
    private readonly Option<int> _every = Number("--checkpoint-every", "Steps between checkpoints.", Defaults.CheckpointEvery);

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_teacher, _photos, _paintings, _output, _resume, _steps, _crop, _learningRate, _seed, _threads, _every])
            command.Add(option);
    }

    public DistillationOptions Read(ParseResult parsed) => new()
    {
        Teacher = parsed.GetRequiredValue(_teacher),
        Photos = parsed.GetRequiredValue(_photos),
        Paintings = parsed.GetRequiredValue(_paintings),
        Output = parsed.GetRequiredValue(_output),
        Resume = parsed.GetValue(_resume),
        Steps = parsed.GetValue(_steps),
        Crop = parsed.GetValue(_crop),
        LearningRate = parsed.GetValue(_learningRate),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
        CheckpointEvery = parsed.GetValue(_every),
    };

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
}
