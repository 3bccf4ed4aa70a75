"""Our features beside TA-Lib, by turns: compare.py <rounds>; prints one JSON object a line, the last one the geometric mean of all ratios.

A ratio above 1 says how many times faster ours are: TA-Lib's batch time per bar, of all functions that the indicator stands for, over the
time of one of our streaming updates with all outputs read. Medians over the rounds.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
QUORATE = os.path.join(HERE, "..", "..", "..", "quorate")


def lines(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=HERE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def main():
    rounds = int(sys.argv[1])
    ours, theirs, functions, others = {}, {}, {}, {}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as listing:
        listing.write(json.dumps(lines(QUORATE, "features", "--list", "--json")[0]))
        listing.flush()
        for _ in range(rounds):
            for figure in lines(QUORATE, "bench", "features", "--json"):
                name = figure["name"]
                into = ours if name.startswith("features.indicator.") else others
                into.setdefault(name.removeprefix("features.indicator."), []).append(figure["value"])
            for figure in lines(sys.executable, os.path.join(HERE, "talib_batch.py"), listing.name):
                theirs.setdefault(figure["name"], []).append(figure["value"])
                functions[figure["name"]] = sorted(figure["functions"])
    ratios = []
    for name in theirs:
        mine, peer = statistics.median(ours[name]), statistics.median(theirs[name])
        ratios.append(peer / mine)
        print(json.dumps({
            "name": f"features.{name}.vs-talib", "value": round(peer / mine, 2), "unit": "times",
            "details": {"quorate_ns": round(mine, 2), "talib_ns": round(peer, 2), "functions": functions[name], "rounds": rounds}}))
    for name, values in others.items():
        print(json.dumps({"name": name, "value": statistics.median(values), "details": {"runs": sorted(values)}}))
    mean = math.exp(statistics.fmean(map(math.log, ratios)))
    print(json.dumps({
        "name": "features.vs-talib", "value": round(mean, 3), "unit": "times, geometric mean",
        "details": {"indicators": len(ratios), "functions": len({each for name in theirs for each in functions[name]}),
                    "slower": sorted(name for name in theirs if statistics.median(theirs[name]) < statistics.median(ours[name]))}}))


if __name__ == "__main__":
    main()
