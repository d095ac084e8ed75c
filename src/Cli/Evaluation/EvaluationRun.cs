using System.Text.Json;
using LiveStyle.Cli.Doctor;
using LiveStyle.Cli.Terminal;
using LiveStyle.Frames;
using LiveStyle.Stylize;
using LiveStyle.Train.Evaluation;
using LiveStyle.Train.Losses;

namespace LiveStyle.Cli.Evaluation;

/// <summary>Evaluates styles one after the other; each one's card is written as soon as it is done.</summary>
internal sealed class EvaluationRun : IDisposable
{
    private const int MostDrawn = 8; // more of them tell nothing new

    private readonly EvaluateOptions _options;
    private readonly CancellationToken _stop;
    private readonly EvaluatedStyle[] _styles;
    private readonly EvaluatedStyle? _control;
    private readonly EvaluationPhotos _photos;
    private readonly StyleJudge? _judge;
    private readonly NetworkEvaluation _evaluation;

    /// <summary>Opens everything, so that what is missing is told before the work begins.</summary>
    /// <exception cref="LiveStyleException">Something is missing or unusable.</exception>
    public EvaluationRun(EvaluateOptions options, CancellationToken stop)
    {
        (_options, _stop) = (options, stop);
        TorchSharp.torch.set_num_threads(options.Stylizer.Threads > 0 ? options.Stylizer.Threads : Environment.ProcessorCount);
        _styles = [.. options.Styles.Select(style => new EvaluatedStyle(style, options))];
        _control = options.Control is { } control ? new EvaluatedStyle(control, options with { Tiers = Enum.GetValues<NetworkTier>() }) : null;
        _photos = options.Photos is { } folder ? EvaluationPhotos.Of(folder, options.PhotoCount) : EvaluationPhotos.Drawn(Math.Min(options.PhotoCount, MostDrawn));
        VideoFileClip[] clips = [.. options.Clips.Select(path => new VideoFileClip(path))];
        if (options is { LossNetwork: { } network, StylePicture: { } painting })
            _judge = new StyleJudge(LossNetwork.Load(network), Path.GetFileName(network), size => Train.Data.Pictures.Load(painting, size), Path.GetFileName(painting));
        else Stderr.Say("Style and content losses are left out: they need --style-picture.");
        if (options.Photos is null) Stderr.Say("No --photos: the pictures are drawn. Figures for photographs differ.");
        _evaluation = new NetworkEvaluation(_photos, _judge, clips, options.ClipFrames, stop);
    }

    /// <summary>Cards that are finished and written.</summary>
    public List<QualityCard> Cards { get; } = [];

    /// <summary>How far it is.</summary>
    public Progress Progress(TimeSpan elapsed)
    {
        int networks = _styles.Sum(style => style.Networks.Count) + (_control?.Networks.Count ?? 0);
        return new Progress(_evaluation.Painted, (long)networks * _evaluation.FramesOfANetwork, elapsed);
    }

    /// <summary>Does all the work.</summary>
    /// <exception cref="OperationCanceledException">Stopped; <see cref="Cards"/> has what was finished.</exception>
    public void Run()
    {
        CreateOutput();
        double? johnson = _options.Johnson ? _evaluation.TimeJohnson(_options.Stylizer).MedianMs : null;
        NetworkMeasures[] control = [.. _control?.Networks.Select(_evaluation.Measure) ?? []];
        foreach (EvaluatedStyle style in _styles)
        {
            NetworkMeasures[] measured = [.. style.Networks.Select(network => Measure(network, control, johnson))];
            Write(style, Card(style, [.. measured.Zip(style.Networks, (measures, network) => AgainstFloat(measures, network, style, measured))]));
        }
    }

    public void Dispose()
    {
        _evaluation.Dispose();
        _judge?.Dispose();
        _control?.Dispose();
        foreach (EvaluatedStyle style in _styles) style.Dispose();
    }

    private NetworkMeasures Measure(Candidate network, NetworkMeasures[] control, double? johnson)
    {
        NetworkMeasures measures = _evaluation.Measure(network);
        NetworkMeasures? twin = Array.Find(control, other => other.Network == network.Name) ?? control.FirstOrDefault();
        return measures with
        {
            TimesAsFastAsJohnson = johnson / measures.Speed.MedianMs,
            AgainstControl = twin is null ? null : ControlComparison.Of(measures, twin, _control!.Name),
        };
    }

    private NetworkMeasures AgainstFloat(NetworkMeasures measures, Candidate network, EvaluatedStyle style, NetworkMeasures[] all)
    {
        if (network.FloatTwin(style.Networks) is not { } twin) return measures;
        SizeScore? twinStyle = Array.Find(all, other => other.Network == twin.Name)?.Style?.Best;
        double? styleLoss = measures.Style?.Sizes.FirstOrDefault(size => size.ShortSide == twinStyle?.ShortSide)?.Mean;
        return measures with { AgainstFloat = new PrecisionDifference(twin.Name, _evaluation.Psnr(network, twin), styleLoss / twinStyle?.Mean) };
    }

    private QualityCard Card(EvaluatedStyle style, IReadOnlyList<NetworkMeasures> measured) => new()
    {
        Style = style.Name,
        Title = style.Pack.Manifest.Title,
        Painter = style.Pack.Manifest.Painter,
        License = style.Pack.Manifest.License,
        Photos = _photos.Source,
        PhotoCount = _photos.Count,
        Machine = MachineInfo.Here.ToString(),
        Version = MachineInfo.Here.Version,
        Networks = measured,
        Training = Training(Path.Combine(style.Pack.Folder, "card.json")),
    };

    private void Write(EvaluatedStyle style, QualityCard card)
    {
        var pictures = new CardPictures(_photos, _evaluation.ShownClip, _stop);
        string page = CardPage.Write(card, style.Networks.ToDictionary(network => network.Name, pictures.Of));
        try
        {
            File.WriteAllText(Path.Combine(_options.Output, card.Style + ".html"), page);
            File.WriteAllText(Path.Combine(_options.Output, card.Style + ".json"), card.ToJson() + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(_options.Output, e.Message.TrimEnd('.'), inner: e);
        }

        Cards.Add(card);
    }

    private void CreateOutput()
    {
        try
        {
            Directory.CreateDirectory(_options.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaUnwritableException(_options.Output, e.Message.TrimEnd('.'), inner: e);
        }
    }

    private static JsonElement? Training(string path)
    {
        try
        {
            return File.Exists(path) ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : null;
        }
        catch (JsonException)
        {
            Stderr.Say($"'{path}' is not JSON, and is left out.");
            return null;
        }
    }
}
