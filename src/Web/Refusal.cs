namespace LiveStyle.Web;

/// <summary>Why a request is not served.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Sentence">What failed, why, what to try.</param>
internal sealed record Refusal(int Status, string Sentence);
