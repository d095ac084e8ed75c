using System.Net;
using System.Net.Sockets;
using System.Text;
using LiveStyle.Frames;
using LiveStyle.Streams.Tests.Support;
using OpenCvSharp;

namespace LiveStyle.Obs.Tests;

/// <summary>Clock pictures as MJPEG over HTTP to one client after the other: each is made when it is sent, none is queued.</summary>
internal sealed class MjpegServer : IDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MjpegServer(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _serving.Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await SendAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // gone; the next may come
            }
        }
    }

    private async Task SendAsync(NetworkStream stream)
    {
        byte[] answer = "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=frame\r\n\r\n"u8.ToArray();
        await stream.WriteAsync(answer, _stop.Token);
        using var picture = new Mat(ObsConfiguration.Height, ObsConfiguration.Width, MatType.CV_8UC3);
        byte[] pixels = new byte[ObsConfiguration.Width * ObsConfiguration.Height * 3];
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1000.0 / 30));
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            ClockPicture.Draw(new FrameView(pixels, new FrameFormat(ObsConfiguration.Width, ObsConfiguration.Height)), ClockPicture.Now);
            System.Runtime.InteropServices.Marshal.Copy(pixels, 0, picture.Data, pixels.Length);
            Cv2.ImEncode(".jpg", picture, out byte[] jpeg);
            string head = $"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {jpeg.Length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
            await stream.WriteAsync(jpeg, _stop.Token);
            await stream.WriteAsync("\r\n"u8.ToArray(), _stop.Token);
        }
    }
}
