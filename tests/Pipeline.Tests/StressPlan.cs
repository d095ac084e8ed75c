namespace LiveStyle.Pipeline.Tests;

/// <summary>What happens in one stress run, drawn at random: sizes, mode, and perhaps one event at some frame in some stage.</summary>
internal sealed class StressPlan
{
    private readonly string _event;
    private readonly int _eventStage;
    private readonly int _eventFrame;
    private readonly int _oneByOne; // every so many frames of a transform with lanes go alone; 0: none
    private readonly int[] _pauses; // by stage: how long each frame takes, in spins; negative yields the processor

    public StressPlan(Random draw)
    {
        Frames = draw.Next(0, 25);
        Transforms = draw.Next(0, 3);
        Lanes = draw.Next(1, 5);
        Options = new PipelineOptions { Mode = (PipelineMode)draw.Next(2), QueueLength = draw.Next(1, 4) };
        _oneByOne = draw.Next(0, 4);
        _event = draw.Next(5) switch { 0 or 1 => "fail", 2 => "cancel", 3 => "stop", _ => "nothing" };
        _eventStage = draw.Next(Transforms + 2);
        _eventFrame = draw.Next(Frames + 1);
        _pauses = [.. Enumerable.Range(0, Transforms + 2).Select(_ => draw.Next(-1, 2) * draw.Next(200))];
    }

    public int Frames { get; }

    public int Transforms { get; }

    /// <summary>Of each transform; 1 is a plain one.</summary>
    public int Lanes { get; }

    /// <summary>Frames of a transform that may be under way.</summary>
    public Func<int> UnderWay
    {
        get
        {
            int asked = 0;
            return () => _oneByOne > 0 && asked++ / 4 % (_oneByOne + 1) == 0 ? 1 : Lanes + 1;
        }
    }

    public PipelineOptions Options { get; }

    public bool Fails => _event == "fail";

    public void Act(int stage, long frame, CancellationTokenSource stop, CancellationTokenSource cancel)
    {
        if (_pauses[stage] < 0) Thread.Yield();
        else Thread.SpinWait(_pauses[stage]);
        if (stage != _eventStage || frame != _eventFrame) return;
        if (_event == "cancel") cancel.Cancel();
        if (_event == "stop") stop.Cancel();
        if (_event == "fail") throw new StressFailureException();
    }

    public override string ToString() =>
        $"{Frames} frames, {Transforms} transforms of {Lanes} lanes, {Options.Mode}, queues of {Options.QueueLength}, {_event} in stage {_eventStage} at {_eventFrame}";
}
