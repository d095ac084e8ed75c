using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>One thing that can be asked of the server.</summary>
/// <param name="Method">GET, POST, PATCH, DELETE.</param>
/// <param name="Path">Without variable parts: there is no route that reaches a file.</param>
/// <param name="Handle">Answers.</param>
internal sealed record WebRoute(string Method, string Path, RequestDelegate Handle);
