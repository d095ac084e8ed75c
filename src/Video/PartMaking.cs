using System.Security.Cryptography;
using LiveStyle.Frames;
using LiveStyle.Render;

namespace LiveStyle.Video;

/// <summary>One part while it is made: an encoder of its own, in a folder of its own.</summary>
internal sealed class PartMaking : IDisposable
{
    private readonly JobFolder _folder;
    private readonly string _place;
    private readonly string _file;
    private readonly VideoFileSink _sink;
    private readonly TimeSpan _first;
    private TimeSpan _last;

    /// <param name="folder">Of the job.</param>
    /// <param name="part">Which.</param>
    /// <param name="encoder">Opens its encoder.</param>
    /// <param name="start">Presentation time of its first frame.</param>
    /// <exception cref="MediaUnwritableException">The folder can't be written.</exception>
    public PartMaking(JobFolder folder, FilmPart part, PartEncoder encoder, TimeSpan start)
    {
        (_folder, Part, _first) = (folder, part, start);
        _place = folder.Begin(part);
        try
        {
            _file = encoder.FileIn(_place);
            _sink = encoder.Open(_file, start);
        }
        catch
        {
            JobFiles.Delete(_place);
            throw;
        }
    }

    /// <summary>Which part.</summary>
    public FilmPart Part { get; }

    /// <summary>Writes one frame.</summary>
    public void Write(Frame frame, CancellationToken cancellationToken)
    {
        _last = frame.Stamp.PresentationTime;
        _sink.Write(frame, cancellationToken);
    }

    /// <summary>Waits for the encoder and puts the part beside the others.</summary>
    /// <param name="facts">What is known besides.</param>
    /// <param name="cancellationToken">Ends it at once; the part is not made.</param>
    public void Complete(PartFacts facts, CancellationToken cancellationToken)
    {
        _sink.Complete(cancellationToken);
        using (FileStream file = File.OpenRead(_file))
        {
            PartRecord record = Record(facts) with { Bytes = file.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
            _folder.Keep(Part, _file, record);
        }

    }

    /// <summary>Waits for the encoder and leaves the file where it is: the beginning of a part that will be made again.</summary>
    public CutPart Cut(CancellationToken cancellationToken)
    {
        _sink.Complete(cancellationToken);
        return new CutPart(_file, Record(default));
    }

    /// <summary>Ends the encoder and deletes what is left of the work.</summary>
    public void Dispose()
    {
        _sink.Dispose();
        JobFiles.Delete(_place);
    }

    private PartRecord Record(PartFacts facts) => new()
    {
        Index = Part.Index,
        Frames = _sink.Count,
        First = _first,
        Last = _last,
        End = _sink.End,
        Concealed = facts.Concealed,
        Damage = facts.Damage,
        Device = facts.Device,
    };
}
