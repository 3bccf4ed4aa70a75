"""NautilusTrader: peer_nautilus.py trades|bars <data> <fills> [later]

With `later` an order made on trades waits, as in Quorate, for the trade after the one that shows the
bar to be over; without it the order is sent when the bar's timer rings, which is NautilusTrader's way.
The engine is not disposed of, as that crashes it: the process ends instead.
"""

import os
import sys
from decimal import Decimal

from nautilus_trader.backtest.engine import BacktestEngine, BacktestEngineConfig
from nautilus_trader.config import LoggingConfig, StrategyConfig
from nautilus_trader.indicators import SimpleMovingAverage
from nautilus_trader.model.currencies import USD
from nautilus_trader.model.data import Bar, BarType, TradeTick
from nautilus_trader.model.enums import AccountType, AggressorSide, AssetClass, OmsType, OrderSide
from nautilus_trader.model.identifiers import InstrumentId, Symbol, TradeId, Venue
from nautilus_trader.model.instruments import FuturesContract
from nautilus_trader.model.objects import Money, Price, Quantity
from nautilus_trader.trading.strategy import Strategy

import data
import reference
import result

MODE, SOURCE, FILLS = sys.argv[1:4]
LATER = sys.argv[4:] == ["later"]
ID = InstrumentId.from_str("ESH0.XCME")
EQUAL = 1e-6  # the averages are floating sums, and the smallest true distance is 1/120 of a point


class Config(StrategyConfig, frozen=True):
    bar_type: BarType
    pause: tuple[int, int] = (0, 0)


class Cross(Strategy):
    def __init__(self, config):
        super().__init__(config)
        self.fast, self.slow = SimpleMovingAverage(data.FAST), SimpleMovingAverage(data.SLOW)
        self.side, self.orders, self.due = 0, 0, 0

    def on_start(self):
        self.subscribe_bars(self.config.bar_type)
        if not LATER:
            self.register_indicator_for_bars(self.config.bar_type, self.fast)
            self.register_indicator_for_bars(self.config.bar_type, self.slow)
        elif MODE == "trades":
            self.subscribe_trade_ticks(ID)

    def on_bar(self, bar):
        if LATER:
            start, end = self.config.pause
            if start < bar.ts_event <= end:
                return
            self.fast.update_raw(bar.close.as_double())
            self.slow.update_raw(bar.close.as_double())
        if not self.slow.initialized:
            return
        gap = self.fast.value - self.slow.value
        wanted = self.side if abs(gap) < EQUAL else (1 if gap > 0 else -1)
        if LATER:
            self.wanted, self.due = wanted, 2
        else:
            self.turn(wanted)

    def on_trade_tick(self, tick):
        if self.due:
            self.due -= 1
            if not self.due:
                self.turn(self.wanted)

    def turn(self, wanted):
        # A trade of one contract fills only one at its price, so turning round is two orders there.
        for units in result.orders(wanted - self.side, one_by_one=MODE == "trades"):
            side = OrderSide.BUY if wanted > 0 else OrderSide.SELL
            self.submit_order(self.order_factory.market(ID, side, Quantity.from_int(units)))
            self.orders += 1
        self.side = wanted


def instrument(multiplier):
    return FuturesContract(
        instrument_id=ID, raw_symbol=Symbol("ESH0"), asset_class=AssetClass.INDEX, currency=USD, price_precision=2,
        price_increment=Price.from_str("0.25"), multiplier=Quantity.from_int(multiplier), lot_size=Quantity.from_int(1),
        underlying="ES", activation_ns=0, expiration_ns=2**62, ts_event=0, ts_init=0)


def trades():
    times, prices, sizes = data.read_trades(SOURCE)
    ticks = [
        TradeTick(ID, Price(price * data.TICK, 2), Quantity.from_int(size), AggressorSide.NO_AGGRESSOR, TradeId(str(i)), at, at)
        for i, (at, price, size) in enumerate(zip((times * 1_000_000).tolist(), prices.tolist(), sizes.tolist()))
    ]
    pause = tuple(each * 1_000_000 for each in reference.pause_of(times[0]))
    return ticks, Config(bar_type=BarType.from_str("ESH0.XCME-1-MINUTE-LAST-INTERNAL"), pause=pause), 50


def bars():
    kind = BarType.from_str("ESH0.XCME-1-MINUTE-LAST-EXTERNAL")
    starts, prices, volumes = data.read_bars(SOURCE)
    made = []
    for start, row, volume in zip(starts.tolist(), prices.tolist(), volumes.tolist()):
        end = start + data.MINUTE_NS
        made.append(Bar(kind, *(Price(price * data.TICK, 2) for price in row), Quantity.from_int(volume), end, end))
    return made, Config(bar_type=kind), 1


def signed(order):
    return order.filled_qty.as_double() * (1 if order.side == OrderSide.BUY else -1)


def main():
    events, config, multiplier = trades() if MODE == "trades" else bars()
    engine = BacktestEngine(
        BacktestEngineConfig(logging=LoggingConfig(log_level="ERROR", bypass_logging=True), run_analysis=False))
    engine.add_venue(
        Venue("XCME"), OmsType.NETTING, AccountType.MARGIN, [Money(data.CAPITAL, USD)],
        trade_execution=True, bar_execution=True)
    engine.add_instrument(instrument(multiplier))
    engine.add_data(events)
    cross = Cross(config)
    engine.add_strategy(cross)
    watch = result.Watch()
    engine.run()
    watch.stop()
    last = events[-1].price if MODE == "trades" else events[-1].close
    equity = engine.portfolio.account(Venue("XCME")).balance_total(USD).as_decimal()
    open_profit = sum(
        (position.unrealized_pnl(last).as_decimal() for position in engine.cache.positions_open()), Decimal(0))
    filled = [order for order in engine.cache.orders() if order.filled_qty.as_double() > 0]
    filled.sort(key=lambda order: int(order.client_order_id.value.split("-")[-1]))
    result.say(
        watch, cross.orders, float(equity + open_profit),
        [(signed(order), order.avg_px) for order in filled], FILLS)
    os._exit(0)


main()
