using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LiveStyle.Web;

/// <summary>The page with the picture and the controls: one file inside the program, with its script and style in it.</summary>
internal sealed class Page
{
    private readonly byte[] _html;
    private readonly string _policy;

    /// <summary>Reads it.</summary>
    public Page()
    {
        using Stream resource = typeof(Page).Assembly.GetManifestResourceStream("page.html")!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        _html = copy.ToArray();
        string text = Encoding.UTF8.GetString(_html);
        _policy = $"default-src 'none'; img-src 'self' data:; connect-src 'self'; script-src '{Hash(text, "script")}'; " +
            $"style-src '{Hash(text, "style")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <summary>Sends it. Nothing but what stands in it may run, and it may ask nobody but this server.</summary>
    public async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = _html.Length;
        context.Response.Headers.ContentSecurityPolicy = _policy;
        await context.Response.BodyWriter.WriteAsync(_html, context.RequestAborted);
    }

    private static string Hash(string html, string element)
    {
        int start = html.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        int end = html.IndexOf($"</{element}>", StringComparison.Ordinal);
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html[start..end])))}";
    }
}
