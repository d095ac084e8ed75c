namespace LiveStyle.Train.Reports;

/// <summary>A picture that the report shows.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="Jpeg">A JPEG file's bytes.</param>
public sealed record ReportPreview(string Caption, byte[] Jpeg);
