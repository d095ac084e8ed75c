using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LiveStyle.Obs.Tests;

/// <summary>Talks to OBS by obs-websocket 5: one request at a time.</summary>
internal sealed class ObsClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _requests;

    public static async Task<ObsClient> ConnectAsync(int port, string password, CancellationToken cancellationToken)
    {
        var client = new ObsClient();
        try
        {
            await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}"), cancellationToken);
            JsonNode hello = (await client.ReceiveAsync(cancellationToken))["d"]!;
            JsonNode authentication = hello["authentication"]!;
            string secret = Hash(password + authentication["salt"]);
            var identify = new JsonObject
            {
                ["rpcVersion"] = 1,
                ["eventSubscriptions"] = 0,
                ["authentication"] = Hash(secret + authentication["challenge"]),
            };
            await client.SendAsync(1, identify, cancellationToken);
            JsonNode answer = await client.ReceiveAsync(cancellationToken);
            return (int)answer["op"]! == 2 ? client : throw new InvalidOperationException($"OBS refused: {answer}");
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request and returns its answer's data.</summary>
    /// <exception cref="InvalidOperationException">OBS refused it.</exception>
    public async Task<JsonNode> RequestAsync(string type, JsonObject? data = null, CancellationToken cancellationToken = default)
    {
        string id = (++_requests).ToString(CultureInfo.InvariantCulture);
        await SendAsync(6, new JsonObject { ["requestType"] = type, ["requestId"] = id, ["requestData"] = data }, cancellationToken);
        while (true)
        {
            JsonNode answer = await ReceiveAsync(cancellationToken);
            if ((int)answer["op"]! != 7 || (string)answer["d"]!["requestId"]! != id) continue;
            JsonNode status = answer["d"]!["requestStatus"]!;
            return (bool)status["result"]!
                ? answer["d"]!["responseData"] ?? new JsonObject()
                : throw new InvalidOperationException($"{type}: {status["code"]} {status["comment"]}");
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(int operation, JsonObject data, CancellationToken cancellationToken)
    {
        string message = new JsonObject { ["op"] = operation, ["d"] = data }.ToJsonString();
        return _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        while (true)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"OBS closed: {_socket.CloseStatusDescription}");
            message.Write(_buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!;
        }
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
