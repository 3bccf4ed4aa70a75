"""The data of the comparison: one session of ES trades, and minute bars of a random walk.

Prices are whole ticks of a quarter of a point here, so that sums and comparisons are exact.
"""

import csv
import gzip
import os
import sys

import numpy as np

TICK = 0.25
MINUTE_NS = 60_000_000_000
NAME = "ESH0_20191216_trades.csv.gz"
SESSION_TRADES = 421_785
FIRST_BAR_NS = 1_500_000_000 // 60 * MINUTE_NS
CAPITAL = 1_000_000
FAST, SLOW = 10, 30


def shared():
    """The folder of recorded data: QUORATE_SHARED_DATA, or shared/data beside the project."""
    here = os.path.dirname(os.path.abspath(__file__))
    return os.environ.get("QUORATE_SHARED_DATA") or os.path.join(here, "..", "..", "..", "shared", "data")


def recorded_trades():
    """The recorded session, or None where it is absent."""
    path = os.path.join(shared(), "futures", "trades-20191216", NAME)
    return path if os.path.exists(path) else None


def write_trades(path):
    """A made-up session as busy as the recorded one, in the same form; its prices mean nothing."""
    chance = np.random.default_rng(20191216)
    pauses = np.where(chance.random(SESSION_TRADES) < 0.6, 0, chance.integers(0, 900, SESSION_TRADES))
    # 23:00 UTC of the evening before is the open in Chicago; the break at 21:15 is not reached.
    times = 1_576_450_800_000 + np.cumsum(pauses)
    prices = 12_800 + np.cumsum(chance.choice([-1, 0, 1], SESSION_TRADES, p=[0.1, 0.8, 0.1]))
    sizes = chance.integers(1, 20, SESSION_TRADES)
    with gzip.open(path, "wt", newline="") as file:
        file.write("epoch_ms_utc,price,size\n")
        for time, price, size in zip(times, prices, sizes):
            file.write(f"{time},{price * TICK},{size}\n")


def read_trades(path):
    """Columns: UTC milliseconds, price in ticks, size."""
    with gzip.open(path, "rt") as file:
        next(file)
        rows = np.array([line.split(",") for line in file], dtype=float)
    return rows[:, 0].astype("int64"), np.rint(rows[:, 1] / TICK).astype("int64"), rows[:, 2].astype("int64")


def write_bars(path, count, gaps):
    """Minute bars of a random walk; with `gaps` a bar may open a tick off the close before it."""
    chance = np.random.default_rng(1)
    low, close = 4_000, 12_800
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["start_ns", "open", "high", "low", "close", "volume"])
        steps = np.rint(chance.normal(0, 2, count)).astype(int)
        jumps = chance.integers(-1, 2, count) if gaps else np.zeros(count, dtype=int)
        for i in range(count):
            opened = close + int(jumps[i])
            close = max(low, opened + int(steps[i]))
            bar = (opened, max(opened, close) + 1, min(opened, close) - 1, close)
            rows.writerow([FIRST_BAR_NS + i * MINUTE_NS, *(f"{price * TICK:.2f}" for price in bar), 1000])


def read_bars(path):
    """Columns: start in UTC nanoseconds; open, high, low, close in ticks; volume."""
    rows = np.loadtxt(path, delimiter=",", skiprows=1, dtype=float, usecols=(1, 2, 3, 4, 5))
    starts = np.loadtxt(path, delimiter=",", skiprows=1, dtype="int64", usecols=0)
    return starts, np.rint(rows[:, :4] / TICK).astype("int64"), rows[:, 4].astype("int64")


if __name__ == "__main__":
    kind, target = sys.argv[1:3]
    if kind == "trades":
        write_trades(target)
    else:
        write_bars(target, int(sys.argv[3]), kind == "gaps")
