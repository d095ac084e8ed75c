using System.Globalization;
using LiveStyle.Frames;

namespace LiveStyle.Capture.Cameras;

/// <summary>Finds the camera that a user means.</summary>
public static class CameraChoice
{
    /// <summary>
    /// The first rule that fits: nothing (the first real camera), a number (<c>2</c> is /dev/video2), a path or a link to it, a whole id,
    /// a part of an id or of a name in whatever case.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="cameras">From <see cref="CameraList.Find()"/>.</param>
    /// <exception cref="CameraUnavailableException">None fits, several do, or it may not be used.</exception>
    public static CameraInfo From(string typed, IReadOnlyList<CameraInfo> cameras)
    {
        typed = typed.Trim();
        if (cameras.Count == 0) throw new CameraUnavailableException(typed, "this machine has no camera, or the system shows none");
        CameraInfo camera = typed.Length == 0 ? Default(cameras) : Exact(typed, cameras) ?? Similar(typed, cameras);
        return camera.Problem is null ? camera : throw new CameraUnavailableException(camera.Path, camera.Problem);
    }

    private static CameraInfo Default(IReadOnlyList<CameraInfo> cameras) =>
        cameras.MinBy(camera => (camera.Problem is not null, camera.IsVirtual))!;

    private static CameraInfo? Exact(string typed, IReadOnlyList<CameraInfo> cameras)
    {
        string path = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? $"/dev/video{number}"
            : LinkTarget(typed);
        return cameras.FirstOrDefault(camera => camera.Path == path) ?? cameras.FirstOrDefault(camera => camera.Id == typed);
    }

    private static CameraInfo Similar(string typed, IReadOnlyList<CameraInfo> cameras)
    {
        bool isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out _); // 7 is not the camera called C270
        CameraInfo[] similar =
        [
            .. cameras.Where(camera => !isNumber && (camera.Id.Contains(typed, StringComparison.OrdinalIgnoreCase) ||
                camera.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))),
        ];
        return similar.Length switch
        {
            1 => similar[0],
            0 => throw new CameraUnavailableException(typed, $"there is none of that number, path or name; there is {Listed(cameras)}"),
            _ => throw new CameraUnavailableException(typed, $"that fits several: {Listed(similar)}"),
        };
    }

    private static string LinkTarget(string typed)
    {
        if (!typed.StartsWith('/')) return typed;
        try
        {
            return File.ResolveLinkTarget(typed, returnFinalTarget: true)?.FullName ?? typed;
        }
        catch (IOException)
        {
            return typed; // there is nothing of that name
        }
    }

    private static string Listed(IEnumerable<CameraInfo> cameras) => string.Join(", ", cameras.Select(camera => $"{camera.Path} ({camera.Name})"));
}
