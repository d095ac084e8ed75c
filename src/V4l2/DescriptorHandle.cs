using Microsoft.Win32.SafeHandles;

namespace LiveStyle.V4l2;

/// <summary>An open file descriptor.</summary>
internal sealed class DescriptorHandle : SafeHandleMinusOneIsInvalid
{
    public DescriptorHandle(int descriptor) : base(ownsHandle: true) => SetHandle(descriptor); // C int: sign-extended, so -1 stays -1

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
