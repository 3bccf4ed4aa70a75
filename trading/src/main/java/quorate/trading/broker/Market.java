package quorate.trading.broker;

import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Instrument;
import quorate.domain.Notional;
import quorate.trading.cost.Commission;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillKernel;
import quorate.trading.fill.FillRules;

/// What the orders of one instrument meet: its rules and costs, worked out once.
///
/// @param slippage scaled price distance
/// @param costs slippage and half the spread, scaled price distance
record Market(
    Instrument instrument,
    FillRules rules,
    Notional notional,
    Commission commission,
    long tick,
    long lot,
    long slippage,
    long costs) {

  static Market of(Instrument instrument, CostModel costs, FillRules rules) {
    long slippage = Math.multiplyExact(costs.slippageTicks(), instrument.tickSize());
    return new Market(
        instrument,
        rules,
        Notional.of(instrument),
        Commission.of(costs.commission(), instrument),
        instrument.tickSize(),
        instrument.lotSize(),
        slippage,
        slippage + FillKernel.halfSpread(costs.spreadTicks(), instrument.tickSize()));
  }

  /// How much an event leaves to us of `volume`.
  long available(long volume) {
    return FillKernel.available(volume, rules.participationMillionths(), lot);
  }

  /// The price of an order on an event, or [FillKernel#NONE].
  ///
  /// @param open where the bar begins for this order
  long price(Resting order, EventCursor event, long open) {
    int type = order.typeNow();
    return switch (event.kind) {
      case TRADE ->
          FillKernel.onTrade(
              type, order.side, order.price, order.taking, rules.touch(), event.price, costs, tick);
      case BAR ->
          FillKernel.onBar(
              type,
              order.side,
              order.price,
              order.taking,
              rules.touch(),
              open,
              event.high,
              event.low,
              costs,
              tick);
      case QUOTE ->
          FillKernel.onQuote(
              type,
              order.side,
              order.price,
              order.taking,
              event.bid(),
              event.ask(),
              slippage,
              tick);
    };
  }

  /// The price that an order would have had without costs: what spread and slippage are counted
  /// from. The middle of a quote is rounded down for both sides, so that buying and selling pay the
  /// whole spread between them.
  static long fairPrice(EventCursor event, long reached) {
    return event.kind == EventKind.QUOTE ? Math.floorDiv(event.bid() + event.ask(), 2) : reached;
  }
}
