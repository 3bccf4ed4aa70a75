"""Ledoit–Wolf of 500 assets over 1,500 days: PyPortfolioOpt and Quorate, by turns.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python covariance.py [rounds]       # 5 rounds unless told

A round times PyPortfolioOpt (with all threads and with one; the better counts) and then runs
`./quorate bench covariance`. One JSON object a line: the median over rounds of each, in ms, and
the ratio `.vs-pyportfolioopt`, above 1 where Quorate is faster.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from pypfopt.risk_models import CovarianceShrinkage
from threadpoolctl import threadpool_limits

QUORATE = Path(__file__).resolve().parents[3] / "quorate"
TARGETS = {
    "features.ledoit-wolf": "constant_correlation",
    "features.ledoit-wolf.identity": "constant_variance",
    "features.ledoit-wolf.single-index": "single_factor",
}


def returns():
    chance = np.random.default_rng(1)
    market = chance.normal(0, 0.01, (1500, 1))
    return pd.DataFrame(market + chance.normal(0, 0.015, (1500, 500)))


def milliseconds(frame, target):
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        CovarianceShrinkage(frame, returns_data=True).ledoit_wolf(target)
        times.append(time.perf_counter() - begin)
    return 1e3 * statistics.median(times)


def say(name, value, unit, **details):
    print(json.dumps({"name": name, "value": round(value, 3), "unit": unit, "details": details}), flush=True)


def main(rounds):
    frame = returns()
    peer = {name: {"all": [], "one": []} for name in TARGETS}
    ours = {name: [] for name in TARGETS}
    for _ in range(rounds):
        for name, target in TARGETS.items():
            peer[name]["all"].append(milliseconds(frame, target))
            with threadpool_limits(1):
                peer[name]["one"].append(milliseconds(frame, target))
        lines = subprocess.run(
            [QUORATE, "bench", "covariance", "--json"], check=True, capture_output=True, text=True
        ).stdout.splitlines()
        for figure in map(json.loads, lines):
            if figure["name"] in ours:
                ours[figure["name"]].append(figure["value"])
    for name in TARGETS:
        all_threads, one = (statistics.median(peer[name][key]) for key in ("all", "one"))
        best = min(all_threads, one)
        mine = statistics.median(ours[name])
        say(name, mine, "ms", rounds=rounds)
        say(f"{name}.pyportfolioopt", best, "ms", rounds=rounds, all_threads=round(all_threads, 3), one_thread=round(one, 3))
        say(f"{name}.vs-pyportfolioopt", best / mine, "times", rounds=rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
