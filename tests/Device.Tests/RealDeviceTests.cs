using System.Text.Json;

namespace Device.Tests;

/// <summary>The kernel's own video devices: a webcam (vivid) and virtual cameras (v4l2loopback) in a virtual machine.</summary>
public sealed class RealDeviceTests(VirtualMachine machine) : IClassFixture<VirtualMachine>
{
    [SkippableFact(Timeout = 10_000)]
    public Task The_webcam_is_listed_with_its_formats_and_a_stable_id() => Check("camera-listed");

    [SkippableFact(Timeout = 10_000)]
    public Task The_webcam_delivers_frames_in_the_size_and_rate_asked_for() => Check("camera-read");

    [SkippableFact(Timeout = 10_000)]
    public Task Every_pixel_format_that_is_called_readable_is() => Check("camera-pixel-formats");

    [SkippableFact(Timeout = 10_000)]
    public Task A_camera_in_use_is_refused_with_the_reason() => Check("camera-busy");

    [SkippableFact(Timeout = 10_000)]
    public Task A_silent_camera_can_be_cancelled_and_is_given_up() => Check("camera-silent");

    [SkippableFact(Timeout = 10_000)]
    public Task A_camera_pulled_out_is_noticed_and_found_again_under_another_number() => Check("camera-replugged");

    [SkippableFact(Timeout = 10_000)]
    public Task Another_program_reads_from_the_virtual_camera_what_was_written_byte_for_byte() => Check("sink-bytes");

    [SkippableFact(Timeout = 10_000)]
    public Task The_virtual_camera_can_be_stopped_and_started_in_another_size() => Check("sink-again");

    [SkippableFact(Timeout = 10_000)]
    public Task Writing_allocates_nothing() => Check("sink-allocates-nothing");

    [SkippableFact(Timeout = 10_000)]
    public Task A_second_writer_is_refused() => Check("sink-second-writer");

    [SkippableFact(Timeout = 10_000)]
    public Task The_first_virtual_camera_that_is_free_is_taken() => Check("sink-first-free");

    [SkippableFact(Timeout = 10_000)]
    public Task Odd_sizes_become_even() => Check("sink-odd-size");

    [SkippableFact(Timeout = 10_000)]
    public Task Planar_formats_arrive_byte_for_byte_too() => Check("sink-planes");

    [SkippableFact(Timeout = 10_000)]
    public Task A_reader_that_stays_holds_the_size_and_is_served_in_it() => Check("sink-held-by-reader");

    [SkippableFact(Timeout = 10_000)]
    public Task It_is_known_whether_anyone_watches() => Check("sink-watched");

    [SkippableFact(Timeout = 10_000)]
    public Task A_device_that_another_program_left_unusable_is_repaired() => Check("sink-repaired");

    [SkippableFact(Timeout = 10_000)]
    public Task A_virtual_camera_is_a_camera_for_us_too() => Check("sink-read-by-us");

    [SkippableFact(Timeout = 10_000)]
    public Task Live_brings_the_webcam_to_the_virtual_camera_as_it_is() => Check("live-pass-through");

    [SkippableFact(Timeout = 10_000)]
    public Task The_program_lists_the_devices_as_JSON() => Task.Run(() =>
    {
        using JsonDocument report = JsonDocument.Parse(machine.DevicesReport);

        Assert.Contains(report.RootElement.GetProperty("cameras").EnumerateArray(), camera => camera.GetProperty("id").GetString() == "platform:vivid-000");
        Assert.Equal(
            ["/dev/video10 OBS Virtual Camera True", "/dev/video11 LiveStyle Camera True"],
            report.RootElement.GetProperty("virtualCameras").EnumerateArray().Select(sink =>
                $"{sink.GetProperty("path")} {sink.GetProperty("name")} {sink.GetProperty("canWrite").GetBoolean()}"));
    });

    private Task Check(string name) => Task.Run(() => machine.Check(name));
}
