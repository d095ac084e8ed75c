"""Runs two programs that do training steps in turn, so that both meet the same minutes of a machine that others use, and compares them.

Usage: alternate.py ROUNDS STEPS TOLERANCE -- COMMAND... -- COMMAND...
TOLERANCE is how far the losses of the first step may lie apart, relative.
"""
import statistics
import subprocess
import sys

NAMES = ["total", "style 1", "style 2", "style 3", "content", "palette", "variation", "steadiness", "guide"]


def start(command):
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def steps(program, count):
    program.stdin.write(f"{count}\n")
    program.stdin.flush()
    return [[float(number) for number in program.stdout.readline().split()] for _ in range(count)]


def main():
    rounds, count, tolerance = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    rest = sys.argv[5:]
    split = rest.index("--")
    ours, theirs = start(rest[:split]), start(rest[split + 1:])
    first = [steps(program, 1)[0] for program in (ours, theirs)]
    worst = 0
    for name, a, b in zip(NAMES, first[0][2:], first[1][2:]):
        worst = max(worst, abs(a - b) / max(abs(b), 1e-6))
        print(f"  {name:<11}{a:14.7g}{b:14.7g}")
    print(f"  largest relative difference of the first step's losses: {worst:.1e}")
    for program in (ours, theirs):
        steps(program, 2)  # warm up
    lines = ([], [])
    for turn in range(rounds):
        for side in ((0, 1), (1, 0))[turn % 2]:
            lines[side].extend(steps((ours, theirs)[side], count))
    for column, what in enumerate(("on the clock", "of processor time")):
        mine, other = ([line[column] for line in side] for side in lines)
        a, b = statistics.median(mine), statistics.median(other)
        print(f"  ms {what:<18} median {a:6.0f} and {b:6.0f}, ratio {a / b:.3f}; fastest {min(mine):6.0f} and {min(other):6.0f}; {len(mine)} steps each")
    for program in (ours, theirs):
        program.stdin.close()
        program.wait()
    sys.exit(0 if worst <= tolerance else 1)


main()
