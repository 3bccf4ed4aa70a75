"""What an engine's run says: one JSON object on standard output, its fills in a file."""

import csv
import json
import sys
import time

from data import TICK


class Watch:
    """Seconds by the clock on the wall, and of the processor in all threads."""

    def __init__(self):
        self.wall, self.processor = time.perf_counter(), time.process_time()

    def stop(self):
        self.wall, self.processor = time.perf_counter() - self.wall, time.process_time() - self.processor


def say(watch, orders, equity, fills, path):
    """Fills are pairs of a signed quantity and a price in points, split into units of one."""
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        for quantity, price in fills:
            for _ in range(abs(round(quantity))):
                rows.writerow([1 if quantity > 0 else -1, round(price / TICK)])
    json.dump(
        {"seconds": watch.wall, "processor_seconds": watch.processor, "orders": orders, "fills": len(fills),
         "final_equity": equity}, sys.stdout)
    sys.stdout.write("\n")
    sys.stdout.flush()


def orders(change, one_by_one=False):
    """Sizes of the orders that change a position: one order, or one for each unit."""
    units = abs(change)
    return [1] * units if one_by_one else ([units] if units else [])


def read(path):
    with open(path, newline="") as file:
        return [(int(side), int(price)) for side, price in csv.reader(file)]
