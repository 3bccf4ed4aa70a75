"""The same rule once more, in whole ticks and without any engine: what each engine ought to have done.

A fill is a pair: signed quantity of one, price in ticks. Turning round is two fills.
"""

import datetime

import numpy as np

from data import CAPITAL, FAST, SLOW, TICK

MINUTE_MS = 60_000


def wishes(closes):
    """The wanted position after each bar: 1 or -1, 0 during warm-up; equal averages change nothing."""
    sums = np.concatenate([[0], np.cumsum(closes)])
    wanted, now = np.zeros(len(closes), dtype=int), 0
    for i in range(SLOW - 1, len(closes)):
        fast, slow = sums[i + 1] - sums[i + 1 - FAST], sums[i + 1] - sums[i + 1 - SLOW]
        gap = fast * SLOW - slow * FAST
        now = now if gap == 0 else (1 if gap > 0 else -1)
        wanted[i] = now
    return wanted


def changes(wanted):
    """Pairs of an index and the position wanted from there."""
    held = 0
    for i, now in enumerate(wanted):
        if now != held:
            yield i, int(now), abs(int(now) - held)
            held = now


def on_bars(bars):
    """Fills by the two rules: at the next bar's open, and at the close of the bar that decided."""
    closes = bars[:, 3]
    next_open, same_close = [], []
    for i, side, units in changes(wishes(closes)):
        same_close += [(side, int(closes[i]))] * units
        if i + 1 < len(closes):
            next_open += [(side, int(bars[i + 1, 0]))] * units
    return {"next_open": next_open, "same_close": same_close}


def pause_of(first_ms):
    """The break of ES until June 2021, 15:15 to 15:30 in Chicago (winter), on the session's day."""
    day = datetime.datetime.fromtimestamp(first_ms / 1000, datetime.timezone.utc).date() + datetime.timedelta(days=1)
    start = int(datetime.datetime(day.year, day.month, day.day, 21, 15, tzinfo=datetime.timezone.utc).timestamp() * 1000)
    return start, start + 15 * MINUTE_MS


def minute_closes(times, prices, with_pause):
    """Closes of minute bars, the index of the first trade after each, and the number of empty ones."""
    pause = pause_of(times[0])
    closes, after, empty, minute = [], [], 0, int(times[0]) // MINUTE_MS
    for i in np.flatnonzero(np.diff(times // MINUTE_MS)) + 1:
        now = int(times[i]) // MINUTE_MS
        for each in range(minute, now):
            if each > minute:
                if not with_pause and pause[0] <= each * MINUTE_MS < pause[1]:
                    continue
                empty += 1
            closes.append(int(prices[i - 1]))
            after.append(int(i))
        minute = now
    return np.array(closes), after, empty


def on_trades(times, prices):
    """Fills by the two rules: at the trade after the one that shows the bar to be over, and at the
    last trade before the bar's end; the second also counts minutes of the exchange's break."""
    closes, after, empty = minute_closes(times, prices, with_pause=False)
    wanted = wishes(closes)
    # Several bars may end at one trade: the last of them decides.
    last = [i for i in range(len(after)) if i + 1 == len(after) or after[i + 1] != after[i]]
    later = []
    for i, side, units in changes(wanted[last]):
        at = after[last[i]] + 1
        if at < len(prices):
            later += [(side, int(prices[at]))] * units
    closes, after, with_pause = minute_closes(times, prices, with_pause=True)
    before = []
    for i, side, units in changes(wishes(closes)):
        before += [(side, int(closes[i]))] * units
    return {"later_trade": later, "trade_before": before}, {"empty_minutes": empty, "of_the_break": with_pause - empty}


def equity(fills, last_price, multiplier):
    """Final equity, exact: cash of all fills and the position at the last price."""
    ticks = sum(-side * price for side, price in fills) + sum(side for side, _ in fills) * int(last_price)
    return CAPITAL + ticks * TICK * multiplier
