using System.Net;
using System.Net.Sockets;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>Sends the same bytes to whoever connects, and then nothing more, with the connection open.</summary>
internal sealed class TcpSender : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];

    public TcpSender(byte[] bytes)
    {
        _listener.Start();
        Task.Run(async () =>
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _clients.Add(client);
                await client.GetStream().WriteAsync(bytes);
            }
        });
    }

    public string Url => "tcp://127.0.0.1:{0}".WithPort(((IPEndPoint)_listener.LocalEndpoint).Port);

    public void Dispose()
    {
        _listener.Dispose();
        foreach (TcpClient client in _clients) client.Dispose();
    }
}
