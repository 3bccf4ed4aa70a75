"""Runs Quorate's figures and each peer's by turns and prints medians and ratios: compare.py <rounds> [name ...].

A ratio above 1 says how many times faster Quorate is. Each figure has a process of its own, its peer's comes right after it, and both run
alone on all cores that there are. How many those are is measured before and after (calibration.cores), because a shared machine may give
away some in between: a pair counts in full where nine tenths of all cores were there both times, and where no pair was so lucky all count.
"""

import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
QUORATE = os.path.join(HERE, "..", "..", "..", "quorate")
PEERS = {
    "ppo-cartpole": "sb3",
    "ppo-cartpole.64x128": "sb3",
    "dqn-cartpole": "sb3",
    "sac-pendulum": "sb3",
    "ppo-step": "pytorch",
    "lstm-step": "pytorch",
    "transformer-step": "pytorch",
    "forward": "onnxruntime",
}


def figures(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=HERE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line["name"]: line for line in lines}


def pair(name):
    """One measurement of both sides, with the cores that were there before and after."""
    mine = figures(QUORATE, "bench", name, "--json")
    peer = figures(sys.executable, os.path.join(HERE, "peer.py"), name)
    after = figures(QUORATE, "bench", "calibration", "--json")
    return {
        "quorate": mine[name]["value"],
        "peer": peer[name]["value"],
        "fma": round(mine["calibration.fma"]["value"], 1),
        "cores": [round(each["calibration.cores"]["value"], 2) for each in (mine, after)],
        "load": round(mine["calibration.load"]["value"], 1),
    }


def summary(name, pairs):
    full = [each for each in pairs if min(each["cores"]) >= 0.9 * os.cpu_count()]
    counted = full or pairs
    slower = name == "forward" or name.endswith("-step")
    ratios = [each["peer"] / each["quorate"] if slower else each["quorate"] / each["peer"] for each in counted]
    return {
        "name": f"{name}.vs-{PEERS[name]}",
        "value": round(statistics.median(ratios), 2),
        "unit": "times",
        "details": {
            "quorate": statistics.median(each["quorate"] for each in counted),
            "peer": statistics.median(each["peer"] for each in counted),
            "unit": "µs" if slower else "steps/s",
            "ratios": [round(each, 2) for each in sorted(ratios)],
            "counted": len(counted),
            "with_all_cores": len(full),
            "pairs": pairs,
        },
    }


def main():
    rounds = int(sys.argv[1])
    names = sys.argv[2:] or list(PEERS)
    unknown = set(names) - set(PEERS)
    if unknown:
        sys.exit(f"a figure must be one of {', '.join(PEERS)}, but was {', '.join(sorted(unknown))}")
    pairs = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            pairs[name].append(pair(name))
    for name in names:
        print(json.dumps(summary(name, pairs[name]), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
