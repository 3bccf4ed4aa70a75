"""backtrader: peer_backtrader.py bars <data> <fills>"""

import sys

import backtrader
import pandas as pd

import data
import result

SOURCE, FILLS = sys.argv[2:4]
EQUAL = 1e-6


class Cross(backtrader.Strategy):
    def __init__(self):
        self.fast = backtrader.indicators.SimpleMovingAverage(self.data.close, period=data.FAST)
        self.slow = backtrader.indicators.SimpleMovingAverage(self.data.close, period=data.SLOW)
        self.side, self.orders, self.filled = 0, 0, []

    def next(self):
        gap = self.fast[0] - self.slow[0]
        wanted = self.side if abs(gap) < EQUAL else (1 if gap > 0 else -1)
        for units in result.orders(wanted - self.side):
            self.buy(size=units) if wanted > 0 else self.sell(size=units)
            self.orders += 1
        self.side = wanted

    def notify_order(self, order):
        if order.status == order.Completed:
            self.filled.append((order.executed.size, order.executed.price))


def main():
    starts, prices, volumes = data.read_bars(SOURCE)
    frame = pd.DataFrame(prices * data.TICK, columns=["open", "high", "low", "close"], index=pd.to_datetime(starts))
    frame["volume"] = volumes
    cerebro = backtrader.Cerebro(stdstats=False)
    cerebro.adddata(backtrader.feeds.PandasData(
        dataname=frame, timeframe=backtrader.TimeFrame.Minutes, compression=1, openinterest=None))
    cerebro.broker.setcash(data.CAPITAL)
    cerebro.addstrategy(Cross)
    watch = result.Watch()
    strategy = cerebro.run()[0]
    watch.stop()
    result.say(watch, strategy.orders, float(cerebro.broker.getvalue()), strategy.filled, FILLS)


main()
