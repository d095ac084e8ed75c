using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LiveStyle.Cli;

/// <summary>The objects that --json prints. Their property names are API.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StyleRow[]))]
[JsonSerializable(typeof(Pictures.PictureSummary))]
[JsonSerializable(typeof(Video.VideoSummary))]
[JsonSerializable(typeof(LiveStyle.Video.FilmStatus))]
[JsonSerializable(typeof(LiveStyle.Video.MergeResult))]
[JsonSerializable(typeof(Bench.BenchReport))]
[JsonSerializable(typeof(Bench.NetworkReport))]
[JsonSerializable(typeof(Bench.LiveBenchReport))]
[JsonSerializable(typeof(Devices.DevicesReport))]
[JsonSerializable(typeof(Doctor.DoctorReport))]
[JsonSerializable(typeof(Training.TrainingSummary))]
[JsonSerializable(typeof(LiveStyle.Train.Evaluation.QualityCard[]))]
[JsonSerializable(typeof(Painting.PaintSummary))]
[JsonSerializable(typeof(Training.QuantizedRow[]))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Prints one value to stdout.</summary>
    public static void Print<T>(T value, JsonTypeInfo<T> type) => Console.Out.WriteLine(JsonSerializer.Serialize(value, type));
}
