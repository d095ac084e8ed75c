namespace LiveStyle.Render.VirtualCamera;

/// <summary>How the pixels of a virtual camera are stored. All are BT.601, limited range.</summary>
public enum VirtualCameraFormat
{
    /// <summary>4:2:2, packed: what webcams deliver, so every program reads it. 2 bytes a pixel.</summary>
    Yuyv,

    /// <summary>4:2:0 in three planes: what video calls send. 1.5 bytes a pixel.</summary>
    I420,

    /// <summary>4:2:0 in two planes. 1.5 bytes a pixel.</summary>
    Nv12,
}
