using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LiveStyle.Streams.Tests.Support;

/// <summary>A network camera: speaks RTSP to one client and passes on, in the same connection, the RTP packets that an ffmpeg sends.</summary>
internal sealed class RtspServer : IDisposable
{
    private const string Description =
        "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" +
        "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\na=control:track\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly UdpClient _packets = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Peer _camera;

    public RtspServer(string source)
    {
        _listener.Start();
        int port = ((IPEndPoint)_packets.Client.LocalEndPoint!).Port;
        const string Encoder = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -tune zerolatency -g 15";
        _camera = new Peer($"-re -f lavfi -i {source} {Encoder} -sdp_file /dev/null -f rtp rtp://127.0.0.1:{port}");
        Task.Run(ServeAsync);
    }

    public string Url => "rtsp://127.0.0.1:{0}/cam".WithPort(((IPEndPoint)_listener.LocalEndpoint).Port);

    public void Dispose()
    {
        _camera.Dispose();
        _listener.Dispose();
        _packets.Dispose();
    }

    private async Task ServeAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        bool plays = false;
        while (!plays)
        {
            string method = (await reader.ReadLineAsync())!.Split(' ')[0], number = "";
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                if (line.StartsWith("CSeq:", StringComparison.OrdinalIgnoreCase)) number = line;
            string answer = method switch
            {
                "OPTIONS" => "Public: DESCRIBE, SETUP, PLAY\r\n\r\n",
                "DESCRIBE" => $"Content-Type: application/sdp\r\nContent-Length: {Description.Length}\r\n\r\n{Description}",
                "SETUP" => "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n",
                _ => "Session: 1\r\n\r\n",
            };
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"RTSP/1.0 200 OK\r\n{number}\r\n{answer}"));
            plays = method == "PLAY";
        }

        while (true)
        {
            byte[] packet = (await _packets.ReceiveAsync()).Buffer;
            await stream.WriteAsync((byte[])[(byte)'$', 0, (byte)(packet.Length >> 8), (byte)packet.Length, .. packet]);
        }
    }
}
