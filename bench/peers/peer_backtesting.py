"""backtesting.py: peer_backtesting.py bars <data> <fills>"""

import sys
import warnings

import pandas as pd
from backtesting import Backtest, Strategy

import data
import result

warnings.filterwarnings("ignore")
SOURCE, FILLS = sys.argv[2:4]
EQUAL = 1e-6
ORDERS = [0]


def average(values, length):
    # The engine lets the first bar with an average pass; one value before it makes up for that.
    return pd.Series(values).rolling(length).mean().bfill(limit=1)


class Cross(Strategy):
    def init(self):
        self.fast = self.I(average, self.data.Close, data.FAST)
        self.slow = self.I(average, self.data.Close, data.SLOW)
        self.side = 0

    def next(self):
        gap = self.fast[-1] - self.slow[-1]
        wanted = self.side if abs(gap) < EQUAL else (1 if gap > 0 else -1)
        for units in result.orders(wanted - self.side):
            self.buy(size=units) if wanted > 0 else self.sell(size=units)
            ORDERS[0] += 1
        self.side = wanted


def main():
    starts, prices, volumes = data.read_bars(SOURCE)
    frame = pd.DataFrame(prices * data.TICK, columns=["Open", "High", "Low", "Close"], index=pd.to_datetime(starts))
    frame["Volume"] = volumes
    backtest = Backtest(frame, Cross, cash=data.CAPITAL, commission=0, trade_on_close=False)
    watch = result.Watch()
    statistics = backtest.run()
    watch.stop()
    strategy = statistics["_strategy"]
    fills = []
    for trade in [*strategy.closed_trades, *strategy.trades]:
        fills.append((trade.entry_bar, 1, trade.size, trade.entry_price))
        if trade.exit_bar is not None:
            fills.append((trade.exit_bar, 0, -trade.size, trade.exit_price))
    # In one bar the old position is closed before the new one is opened.
    fills.sort(key=lambda fill: fill[:2])
    result.say(watch, ORDERS[0], float(statistics["Equity Final [$]"]), [fill[2:] for fill in fills], FILLS)


main()
