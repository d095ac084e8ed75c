namespace LiveStyle.Web;

/// <summary>The body of every answer that is none.</summary>
/// <param name="Error">What failed, why, what to try.</param>
internal sealed record ErrorReply(string Error);
