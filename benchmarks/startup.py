"""How long a user waits before a command does anything: `import kg` and `kg --help` against a bare interpreter.

The three run in turn within one session, so that a change of the machine's speed hits all alike; the ratio to the bare
interpreter is the figure to compare between machines, the bar of 0.3 s the one to keep on a laptop.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
BAR_SECONDS = 0.3
HELP = "import sys; sys.argv = ['kg', '--help']; from kg.cli.main import main; main()"
PROGRAMS = {"python": "pass", "import kg": "import kg", "kg --help": HELP}


def seconds(program: str) -> float:
    """Wall time of one fresh interpreter that runs `program`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for program in PROGRAMS.values():
        seconds(program)  # fills the byte-code and file caches
    for _ in range(ROUNDS):
        for name, program in PROGRAMS.items():
            times[name].append(seconds(program))
    bare = statistics.median(times["python"])
    print(f"{'':12} {'median':>8} {'best':>8}   ratio to bare python ({ROUNDS} rounds)")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:12} {median * 1000:6.0f} ms {min(measured) * 1000:5.0f} ms   {median / bare:.1f}")
    late = [name for name, measured in times.items() if statistics.median(measured) > BAR_SECONDS]
    if late:
        print(f"above {BAR_SECONDS} s: {', '.join(late)}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
