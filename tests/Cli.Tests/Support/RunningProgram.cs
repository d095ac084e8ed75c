using System.Diagnostics;
using System.Text;

namespace LiveStyle.Cli.Tests.Support;

/// <summary>The program while it runs.</summary>
public sealed class RunningProgram
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _endOfErrors = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<(string Text, TaskCompletionSource Said)> _awaited = [];

    public RunningProgram(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Ends when the program has said <paramref name="text"/> on stderr, or has ended.</summary>
    public Task SaysAsync(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_errors.ToString().Contains(text, StringComparison.Ordinal)) return Task.CompletedTask;
            _awaited.Add((text, said));
        }

        return Task.WhenAny(said.Task, _endOfErrors.Task);
    }

    /// <summary>Sends a signal to the program alone, or as Ctrl+C in a terminal does, to its whole process group.</summary>
    public void Signal(string name, bool group = false)
    {
        using Process kill = Process.Start("kill", ["-s", name, "--", group ? $"-{_process.Id}" : $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; a program that takes more than two minutes is killed.</summary>
    public async Task<ProgramResult> ResultAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await _endOfErrors.Task;
            return new ProgramResult(_process.ExitCode, await _output, _errors.ToString());
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program does not end. It said: {_errors}");
        }
        finally
        {
            _process.Dispose();
        }
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            _endOfErrors.SetResult();
            return;
        }

        lock (_gate)
        {
            _errors.Append(line).Append('\n');
            foreach ((string text, TaskCompletionSource said) in _awaited)
                if (line.Contains(text, StringComparison.Ordinal)) said.TrySetResult();
        }
    }
}
