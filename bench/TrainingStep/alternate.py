"""Runs two programs that do training steps in turn, so that both meet the same minutes of a machine that others use, and compares them.

Usage: alternate.py ROUNDS STEPS -- COMMAND... -- COMMAND...
"""
import statistics
import subprocess
import sys

NAMES = ["total", "style 1", "style 2", "style 3", "content", "variation", "steadiness", "guide"]
TOLERANCE = 1e-4  # of the losses of the first step, relative


def start(command):
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def steps(program, count):
    program.stdin.write(f"{count}\n")
    program.stdin.flush()
    return [[float(number) for number in program.stdout.readline().split()] for _ in range(count)]


def main():
    rounds, count = int(sys.argv[1]), int(sys.argv[2])
    rest = sys.argv[4:]
    split = rest.index("--")
    ours, theirs = start(rest[:split]), start(rest[split + 1:])
    first = [steps(program, 1)[0] for program in (ours, theirs)]
    worst = 0
    for name, a, b in zip(NAMES, first[0][1:], first[1][1:]):
        worst = max(worst, abs(a - b) / max(abs(b), 1e-6))
        print(f"  {name:<11}{a:14.7g}{b:14.7g}")
    print(f"  largest relative difference of the first step's losses: {worst:.1e}")
    for program in (ours, theirs):
        steps(program, 2)  # warm up
    times = ([], [])
    for turn in range(rounds):
        for side in ((0, 1), (1, 0))[turn % 2]:
            times[side].extend(line[0] for line in steps((ours, theirs)[side], count))
    middle = [statistics.median(side) for side in times]
    paired = statistics.median(
        statistics.median(times[0][at:at + count]) / statistics.median(times[1][at:at + count]) for at in range(0, rounds * count, count))
    print(f"  median of {rounds * count} steps: LiveStyle {middle[0]:.0f} ms, Python {middle[1]:.0f} ms, ratio {middle[0] / middle[1]:.3f}")
    print(f"  fastest: {min(times[0]):.0f} and {min(times[1]):.0f} ms; median of the rounds' ratios {paired:.3f}")
    for program in (ours, theirs):
        program.stdin.close()
        program.wait()
    sys.exit(0 if worst <= TOLERANCE else 1)


main()
