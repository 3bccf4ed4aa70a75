"""Runs Quorate and its peers side by side on the same data: compare.py <work folder> <rounds> <bars>

Prints one JSON object a line: the machine, whether each engine did what the reference says, then how
many times as long a peer's engine takes as Quorate's. Ends with 1 when an engine disagrees.
"""

import csv
import datetime
import glob
import json
import os
import platform
import statistics
import subprocess
import sys
import time

import data
import reference
import result

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LOOPS = 6  # in one virtual machine: the first is cold, the last three are warm
# As the launcher sets them.
FLAGS = ["-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
PLAYBOOKS = {"trades": "es-trades", "gaps": "walk-bars", "joined": "walk-bars"}


def say(name, value, unit, **details):
    print(json.dumps({"name": name, "value": value, "unit": unit, "details": details}), flush=True)


def load():
    return round(os.getloadavg()[0], 1)


def call(command):
    """Whole wall time of a process and what it printed."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HERE)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return time.perf_counter() - begin, [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


class Quorate:
    """The lake, the tapes and the runs of one kind of data in a folder of their own."""

    def __init__(self, kind, source, work):
        self.playbook = os.path.join(HERE, PLAYBOOKS[kind] + ".yaml")
        self.folder = os.path.join(work, "quorate-" + kind)
        os.makedirs(self.folder)
        self.settings = os.path.join(self.folder, "settings.yaml")
        with open(self.settings, "w") as file:
            file.write(
                f"data:\n  lake: {self.folder}/lake\n  tapes: {self.folder}/tapes\n"
                f"  instruments: {HERE}/walk-instruments.yaml\nstorage:\n  runs: {self.folder}/runs\n")
        mapping = "kibot-futures-trades" if kind == "trades" else os.path.join(HERE, "walk-mapping.yaml")
        self.verb("ingest", source, "--mapping", mapping)

    def verb(self, *words):
        return call([os.path.join(ROOT, "quorate"), *words, "--settings", self.settings, "--json"])

    def backtest(self):
        """Whole process, and the run."""
        seconds, lines = self.verb("backtest", self.playbook)
        return seconds, lines[-1]

    def loop(self):
        """The engine's loops: the first of a virtual machine, and the warm ones."""
        with open(os.path.join(ROOT, ".quorate", "build", "current")) as file:
            classes = file.read().strip()
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
        tapes = sorted(glob.glob(os.path.join(self.folder, "tapes", "**", "*.tape"), recursive=True))
        _, loops = call(
            [java, *FLAGS, "-cp", classes, os.path.join(HERE, "EngineLoop.java"), self.playbook, str(LOOPS), self.folder, *tapes])
        return loops[0], loops[-3:]


def fills_of(run):
    fills = []
    with open(os.path.join(run["folder"], "fills.csv"), newline="") as file:
        for row in csv.DictReader(file):
            side = 1 if row["side"] == "buy" else -1
            fills += [(side, round(float(row["price"]) / data.TICK))] * round(float(row["quantity"]))
    return fills


def peer(name, kind, source, work, *more):
    """Whole process, what the engine says, and its fills."""
    path = os.path.join(work, f"{name}-{kind}{''.join(more)}.fills")
    mode = "trades" if kind == "trades" else "bars"
    process, lines = call([sys.executable, f"peer_{name}.py", mode, source, path, *more])
    return process, lines[-1], result.read(path)


def agree(engine, kind, rule, expected, equity, fills, final_equity, orders):
    same = sum(a == b for a, b in zip(fills, expected))
    share = same / max(len(fills), len(expected))
    say(
        f"agreement.{kind}.{engine}", share, "share of fills", rule=rule, orders=orders, contracts_filled=len(fills),
        final_equity=final_equity, expected_contracts=len(expected), expected_equity=equity)
    return share == 1 and final_equity == equity


def compare(kind, source, work, rounds, peers):
    """One kind of data. Each peer comes with the reference rule it follows and its further arguments;
    those without rounds only have to agree."""
    if kind == "trades":
        times, prices, _ = data.read_trades(source)
        last, multiplier = prices[-1], 50
        expected, found = reference.on_trades(times, prices)
        rule = "later_trade"
    else:
        _, bars, _ = data.read_bars(source)
        last, multiplier = bars[-1, 3], 1
        expected, found, rule = reference.on_bars(bars), {}, "next_open"
    equity = {each: reference.equity(fills, last, multiplier) for each, fills in expected.items()}
    say(f"data.{kind}", len(prices if kind == "trades" else bars), "events", source=os.path.basename(source), **found)

    quorate = Quorate(kind, source, work)
    quorate.backtest()
    cold, warm, whole, runs, processes, loads, right = [], [], [], {}, {}, [], True
    for round_number in range(max(1, rounds)):
        loads.append(load())
        first, later = quorate.loop()
        cold.append(first)
        warm += later
        process, run = quorate.backtest()
        whole.append(process)
        if round_number == 0:
            right &= agree(
                "quorate", kind, rule, expected[rule], equity[rule], fills_of(run), run["final_equity"], first["orders"])
        for name, follows, more in peers:
            if more and round_number:
                continue
            process, said, fills = peer(name, kind, source, work, *more)
            if round_number == 0:
                right &= agree(
                    "-".join([name, *more]), kind, follows, expected[follows], equity[follows], fills,
                    said["final_equity"], said["orders"])
            if not more:
                runs.setdefault(name, []).append(said)
                processes.setdefault(name, []).append(process)
    loads.append(load())
    if rounds:
        ratios(kind, cold, warm, whole, runs, processes, loads)
    return right


def ratios(kind, cold, warm, whole, runs, processes, loads):
    bench = "engine-trades" if kind == "trades" else "engine-bars"
    middle = statistics.median
    for name, theirs in runs.items():
        for suffix, ours, clock in (
                ("", warm, "seconds"), ("-processor", warm, "processor_seconds"),
                ("-cold", cold, "seconds"), ("-cold-processor", cold, "processor_seconds")):
            mine, other = [each[clock] for each in ours], [each[clock] for each in theirs]
            say(
                f"{bench}.vs-{name}{suffix}", round(middle(other) / middle(mine), 2), "ratio",
                quorate_seconds=round(middle(mine), 4), quorate_all=[round(each, 4) for each in mine],
                peer_seconds=round(middle(other), 4), peer_all=[round(each, 4) for each in other],
                rounds=len(theirs), load=loads)
        say(
            f"{bench}.vs-{name}-process", round(middle(processes[name]) / middle(whole), 2), "ratio",
            quorate_seconds=round(middle(whole), 2), peer_seconds=round(middle(processes[name]), 2),
            rounds=len(theirs), load=loads)


def processor():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())


def main():
    work, rounds, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    say(
        "machine", os.cpu_count(), "cores", processor=processor(), load=[round(each, 1) for each in os.getloadavg()],
        date=datetime.date.today().isoformat(), python=platform.python_version())
    trades = data.recorded_trades()
    if trades is None:
        trades = os.path.join(work, data.NAME)
        data.write_trades(trades)
    right = compare(
        "trades", trades, work, rounds, [("nautilus", "trade_before", []), ("nautilus", "later_trade", ["later"])])
    for kind, times in (("joined", 0), ("gaps", rounds)):
        bars = os.path.join(work, kind + ".csv")
        data.write_bars(bars, count, kind == "gaps")
        right &= compare(
            kind, bars, work, times,
            [("nautilus", "same_close", []), ("backtesting", "next_open", []), ("backtrader", "next_open", [])])
    sys.exit(0 if right else 1)


main()
