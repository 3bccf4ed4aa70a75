"""Runs Quorate's figures and each peer's by turns and prints medians and ratios: compare.py <rounds>.

A ratio above 1 says how many times faster Quorate is. Both sides run alone, one after the other, on all cores that there are.
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


def lines(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=HERE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def main():
    rounds = int(sys.argv[1])
    ours, theirs, loads = {}, {}, []
    for _ in range(rounds):
        loads.append(round(os.getloadavg()[0], 1))
        for figure in lines(QUORATE, "bench", "learning", "--json"):
            ours.setdefault(figure["name"], []).append(figure["value"])
            if figure["name"].startswith("calibration") or figure["name"] == "learning":
                print(json.dumps(figure), flush=True)
        for name in PEERS:
            if name in ours:
                figure = lines(sys.executable, os.path.join(HERE, "peer.py"), name)[-1]
                theirs.setdefault(name, []).append(figure["value"])
    for name, peer in PEERS.items():
        if name not in ours:
            continue
        mine, other = statistics.median(ours[name]), statistics.median(theirs[name])
        slower = name == "forward" or name.endswith("-step")
        print(
            json.dumps(
                {
                    "name": f"{name}.vs-{peer}",
                    "value": round(other / mine if slower else mine / other, 2),
                    "unit": "times",
                    "details": {
                        "quorate": mine,
                        "quorate_all": ours[name],
                        "peer": other,
                        "peer_all": theirs[name],
                        "unit": "µs" if slower else "steps/s",
                        "loads": loads,
                    },
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
