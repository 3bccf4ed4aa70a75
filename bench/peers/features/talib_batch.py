"""TA-Lib's batch time per bar of every function that one of our indicators stands for: talib_batch.py <listing>

<listing> is what `./quorate features --list --json` printed: our indicators with their defaults. Which call of TA-Lib stands beside which
of ours, with the same parameters, is read from the modules of the fixtures that the tests hold ours to (features/src/test/fixtures/talib).
Prints one JSON object a line: our indicator, TA-Lib's functions and the sum of their times (the median of five runs over a million bars
of a random walk, one thread).
"""

import ast
import json
import re
import statistics
import sys
import time
from pathlib import Path

import numpy as np
import talib

BARS, RUNS = 1_000_000, 5
FIXTURES = Path(__file__).resolve().parents[3] / "features/src/test/fixtures/talib"


def market():
    chance = np.random.default_rng(20191216)
    close = np.round(320_000 + 25 * np.cumsum(chance.normal(0, 2, BARS))) / 100
    open_ = np.concatenate([[close[0]], close[:-1]])
    high = np.maximum(open_, close) + 0.25 * chance.integers(0, 4, BARS)
    low = np.minimum(open_, close) - 0.25 * chance.integers(0, 4, BARS)
    return {"open_": open_, "high": high, "low": low, "close": close, "volume": np.floor(chance.lognormal(6, 1, BARS))}


def name_of(call):
    return call.func.attr


def calls(module):
    """By the column's expression: the call of TA-Lib that makes it, as code."""
    tree = ast.parse(module.read_text())
    values = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "values")
    assigned = {}
    found = {}
    for node in ast.walk(values):
        if isinstance(node, ast.Assign):
            targets = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else [node.targets[0]]
            for target in targets:
                if isinstance(target, ast.Name):
                    assigned[target.id] = node.value
    for node in ast.walk(values):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    made = first_call(value, assigned)
                    if made is not None:
                        found[key.value.rstrip("~")] = made
    return found


def first_call(node, assigned):
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and getattr(inner.func.value, "id", "") == "talib":
            return inner
        if isinstance(inner, ast.Name) and inner.id in assigned and assigned[inner.id] is not node:
            made = first_call(assigned[inner.id], {})
            if made is not None:
                return made
    return None


def ns_a_bar(code, market):
    def once():
        begin = time.perf_counter()
        eval(code, {"talib": talib, "np": np}, market)
        return (time.perf_counter() - begin) * 1e9 / BARS

    once()
    return statistics.median(once() for _ in range(RUNS))


def main():
    listing = json.loads(Path(sys.argv[1]).read_text())
    bars = market()
    made = {}
    for module in sorted(FIXTURES.glob("*.py")):
        if module.stem not in ("fixtures", "series"):
            made |= calls(module)
    for group in listing["groups"]:
        for indicator in group["indicators"]:
            defaults = ", ".join(f"{each['default']:g}" for each in indicator["parameters"])
            example = indicator["name"] + (f"({defaults})" if defaults else "")
            mine = {}
            for column, call in made.items():
                if column == example or column.startswith(example + "."):
                    mine[name_of(call)] = call
            candles = re.search(r"TA-Lib (CDL\w+)", indicator["source"])
            if candles:
                mine[candles[1]] = ast.parse(f"talib.{candles[1]}(open_, high, low, close)", mode="eval").body
            if not mine:
                continue
            times = {}
            for function, call in mine.items():
                try:
                    times[function] = ns_a_bar(compile(ast.Expression(call), function, "eval"), bars)
                except NameError:
                    pass  # a call that needs more than the bars
            if times:
                print(json.dumps({"name": indicator["name"], "functions": times, "value": sum(times.values()), "unit": "ns/bar"}), flush=True)


if __name__ == "__main__":
    main()
