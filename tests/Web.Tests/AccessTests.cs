using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveStyle.Web.Tests;

public class AccessTests
{
    private const string Token = "a-token_that-is-long-enough";

    [Theory(Timeout = 30_000)]
    [InlineData("127.0.0.1:{0}", 200)]
    [InlineData("localhost:{0}", 200)]
    [InlineData("LOCALHOST:{0}", 200)]
    [InlineData("[::1]:{0}", 200)]
    [InlineData("localhost", 403)]
    [InlineData("localhost:1", 403)]
    [InlineData("evil.example:{0}", 403)]
    [InlineData("localhost.evil.example:{0}", 403)]
    [InlineData("127.0.0.1.evil.example:{0}", 403)]
    [InlineData("192.168.1.5:{0}", 403)]
    public async Task Only_our_own_names_are_served(string host, int status)
    {
        using var server = new LiveServer();
        string name = string.Format(System.Globalization.CultureInfo.InvariantCulture, host, server.Output.Address.Port);
        foreach (string path in new[] { "/", "/api/settings" })
            Assert.Equal(status, await RawAsync(server, $"GET {path} HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Page_of_another_site_can_neither_look_nor_command()
    {
        using var server = new LiveServer();
        server.Show(10);
        foreach (string site in new[] { "cross-site", "same-site" })
        {
            foreach (string path in new[] { "stream.mjpg", "snapshot.jpg", "api/status", "api/events", "" })
                Assert.Equal(403, await StatusAsync(server, "GET", path, ("Sec-Fetch-Site", site), ("Sec-Fetch-Dest", "image")));
            Assert.Equal(403, await StatusAsync(server, "POST", "api/end", ("Sec-Fetch-Site", site), ("Content-Type", "application/json")));
            Assert.Equal(200, await StatusAsync(server, "GET", "", ("Sec-Fetch-Site", site), ("Sec-Fetch-Dest", "document"))); // a link
        }

        foreach (string origin in new[] { "http://evil.example", "null", "http://localhost:3000" })
        {
            Assert.Equal(403, await StatusAsync(server, "POST", "api/snapshot", ("Origin", origin), ("Content-Type", "application/json")));
            Assert.Equal(403, await StatusAsync(server, "GET", "api/settings", ("Origin", origin)));
        }

        Assert.Equal(403, await StatusAsync(server, "POST", "api/end")); // a form, from a browser too old to say where it comes from
        Assert.Equal(403, await StatusAsync(server, "POST", "api/end", ("Content-Type", "text/plain")));
        Assert.False(server.Controls.Ended.Task.IsCompleted);
    }

    [Fact(Timeout = 30_000)]
    public async Task Own_page_and_programs_are_served()
    {
        using var server = new LiveServer();
        string own = server.Output.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(200, await StatusAsync(server, "POST", "api/snapshot", ("Origin", own)));
        Assert.Equal(200, await StatusAsync(server, "POST", "api/snapshot", ("Sec-Fetch-Site", "same-origin")));
        Assert.Equal(200, await StatusAsync(server, "POST", "api/snapshot", ("Content-Type", "application/json"))); // curl
        Assert.Equal(200, await StatusAsync(server, "GET", "", ("Sec-Fetch-Site", "none")));
    }

    [Fact(Timeout = 30_000)]
    public async Task Nothing_is_served_without_the_token()
    {
        using var server = new LiveServer(new WebOptions { Address = "0.0.0.0", Port = 0, Token = Token });
        server.Show(10);
        string cookie = $"livestyle-{server.Output.Address.Port}";
        foreach (string path in new[] { "", "stream.mjpg", "snapshot.jpg", "api/status", "api/settings", "api/styles", "api/events", "nothing" })
        {
            Assert.Equal(401, await StatusAsync(server, "GET", path));
            Assert.Equal(401, await StatusAsync(server, "GET", path + "?token=" + Token[..^1]));
            Assert.Equal(401, await StatusAsync(server, "GET", path + "?token="));
            Assert.Equal(401, await StatusAsync(server, "GET", path, ("Authorization", "Bearer wrong")));
            Assert.Equal(401, await StatusAsync(server, "GET", path, ("Cookie", $"{cookie}=wrong")));
        }

        Assert.Equal(401, await StatusAsync(server, "POST", "api/end", ("Content-Type", "application/json")));
        Assert.Equal(200, await StatusAsync(server, "GET", "snapshot.jpg?token=" + Token, ("Sec-Fetch-Site", "cross-site"))); // who embeds it knows it
        Assert.Equal(200, await StatusAsync(server, "POST", "api/snapshot", ("Authorization", "Bearer " + Token)));
        Assert.Equal(200, await StatusAsync(server, "GET", "snapshot.jpg", ("Cookie", $"{cookie}={Token}")));
        Assert.Equal(403, await StatusAsync(server, "GET", "snapshot.jpg", ("Cookie", $"{cookie}={Token}"), ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(403, await StatusAsync(server, "POST", "api/snapshot", ("Cookie", $"{cookie}={Token}"), ("Origin", "http://evil.example")));
    }

    [Fact(Timeout = 30_000)]
    public async Task Page_that_was_opened_with_the_token_keeps_it_out_of_reach()
    {
        using var server = new LiveServer(new WebOptions { Port = 0, Token = Token });
        using var client = new HttpClient();

        using HttpResponseMessage page = await client.GetAsync(server.Output.PageAddress);
        using HttpResponseMessage next = await client.GetAsync(new Uri(server.Output.Address, "api/status"));

        string cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/api//status")]
    [InlineData("/api/%2e%2e%2fsettings")]
    [InlineData("/stream.mjpg/..%5c..%5cetc")]
    [InlineData("/page.html")]
    [InlineData("/appsettings.json")]
    [InlineData("/%00")]
    [InlineData("/snapshot.jpg%00.html")]
    public async Task No_path_leads_anywhere_else(string path)
    {
        using var server = new LiveServer();
        server.Show(10);
        Assert.InRange(
            await RawAsync(server, $"GET {path} HTTP/1.1\r\nHost: {server.Output.Address.Authority}\r\nConnection: close\r\n\r\n"), 400, 404);
    }

    private static async Task<int> StatusAsync(LiveServer server, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach ((string name, string value) in headers)
        {
            if (name == "Content-Type") request.Content = new StringContent("", Encoding.UTF8, value);
            else request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    private static async Task<int> RawAsync(LiveServer server, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Output.Address.Host, server.Output.Address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(connection.GetStream());
        string status = (await reader.ReadLineAsync())!;
        return int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
