using System.Text.Json.Serialization;

namespace LiveStyle.Video;

/// <summary>A stretch of a film that is made at one go, by one encoder: the frames that are shown at <see cref="From"/> or later and before
/// <see cref="To"/>.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="From">On the source's presentation time line.</param>
/// <param name="To"><see langword="null"/> for the last part: to the end, wherever that is.</param>
/// <param name="Frames">Frames to expect there, for progress only: not all that a file lists can be decoded.</param>
public sealed record FilmPart(int Index, TimeSpan From, TimeSpan? To, long Frames)
{
    /// <summary>Its number as files are named after it and as people are told: "0007".</summary>
    [JsonIgnore]
    public string Name => Index.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}
