package quorate.trading.fill;

/// Whether, when and at what price an order trades: pure functions on primitives, so that the
/// simulated broker, vectorised sweeps and training environments agree by construction.
///
/// `docs/fills.md` is the specification, with hand-worked examples. Prices are scaled by the
/// instrument; `side` is +1 for a buy and −1 for a sell; `tick` is the scaled tick size; `costs` is
/// the distance that taking costs (half the spread plus slippage), scaled, 0 or more. A function
/// that finds no fill answers [#NONE]. Nothing here allocates, remembers or fails.
public final class FillKernel {
  /// No fill.
  public static final long NONE = Long.MIN_VALUE;

  /// Kinds of order, in the order in which they are served on one event.
  public static final int MARKET = 0;

  public static final int STOP = 1;
  public static final int LIMIT = 2;

  private static final long MILLION = 1_000_000L;

  private FillKernel() {}

  /// Whether an order may trade on an event at all: it must have been there when the event's prices
  /// began to be made. A bar that began before the order was made holds prices from before it.
  ///
  /// @param activeFromNs when the order reached the market
  /// @param beganNs start of the bar, time of the trade or quote
  public static boolean mayTrade(long activeFromNs, long beganNs) {
    return beganNs >= activeFromNs;
  }

  /// Whether a limit order arrives beyond the market, above it for a buy: it does not rest but
  /// takes, and pays for it. A limit at the last price itself rests.
  ///
  /// @param last price of the instrument when the order arrived, [#NONE] when there was none yet
  public static boolean isMarketable(int side, long limit, long last) {
    return last == NONE || passes(side, limit, last);
  }

  /// The price of an order of kind `type` on a bar, or [#NONE].
  ///
  /// @param price limit or trigger; not read for a market order
  /// @param taking whether a limit order was marketable when it arrived, see [#isMarketable], and
  ///   this is the first event that it can trade on
  public static long onBar(
      int type,
      int side,
      long price,
      boolean taking,
      boolean touch,
      long open,
      long high,
      long low,
      long costs,
      long tick) {
    return switch (type) {
      case MARKET -> taken(side, open, costs, tick);
      case STOP -> stopOnBar(side, price, open, high, low, costs, tick);
      default -> limitOnBar(side, price, taking, touch, open, high, low, costs, tick);
    };
  }

  /// The price of an order of kind `type` on a trade, or [#NONE].
  public static long onTrade(
      int type,
      int side,
      long price,
      boolean taking,
      boolean touch,
      long traded,
      long costs,
      long tick) {
    return switch (type) {
      case MARKET -> taken(side, traded, costs, tick);
      case STOP -> stopOnTrade(side, price, traded, costs, tick);
      default -> limitOnTrade(side, price, taking, touch, traded, costs, tick);
    };
  }

  /// The price of an order of kind `type` on a quote, or [#NONE]. The spread is in the quote
  /// itself, so only slippage is added.
  public static long onQuote(
      int type,
      int side,
      long price,
      boolean taking,
      long bid,
      long ask,
      long slippage,
      long tick) {
    long far = side > 0 ? ask : bid;
    return switch (type) {
      case MARKET -> taken(side, far, slippage, tick);
      case STOP -> stopOnTrade(side, price, far, slippage, tick);
      default ->
          reaches(side, price, far) ? limitTaken(side, price, taking, far, slippage, tick) : NONE;
    };
  }

  /// A stop triggers when the bar touches it and trades at the stop, or at the open when the bar
  /// opened beyond it, plus costs.
  public static long stopOnBar(
      int side, long stop, long open, long high, long low, long costs, long tick) {
    boolean touched = side > 0 ? high >= stop : low <= stop;
    return touched ? taken(side, worse(side, open, stop), costs, tick) : NONE;
  }

  /// A limit trades at the limit, or at the open when the bar opened beyond it.
  ///
  /// A resting order makes: no costs. An order that was marketable when it arrived takes: costs are
  /// added, but never past the limit nor past the bar's far end.
  public static long limitOnBar(
      int side,
      long limit,
      boolean taking,
      boolean touch,
      long open,
      long high,
      long low,
      long costs,
      long tick) {
    boolean reached =
        touch
            ? reaches(side, limit, side > 0 ? low : high)
            : passes(side, limit, side > 0 ? low : high);
    if (!taking) {
      return reached ? better(side, limit, onGrid(side, open, tick)) : NONE;
    }
    long atOnce = taken(side, open, costs, tick);
    if (!reached && !reaches(side, limit, atOnce)) {
      return NONE;
    }
    return better(side, limit, better(side, atOnce, onGrid(side, side > 0 ? high : low, tick)));
  }

  /// A stop is triggered by a trade at or beyond it and trades at that trade's price plus costs.
  public static long stopOnTrade(int side, long stop, long traded, long costs, long tick) {
    return reaches(-side, stop, traded) ? taken(side, traded, costs, tick) : NONE;
  }

  /// A resting limit trades at its limit when a trade passes it. One that was marketable when it
  /// arrived takes at the trade's price plus costs, never past the limit.
  public static long limitOnTrade(
      int side, long limit, boolean taking, boolean touch, long traded, long costs, long tick) {
    boolean reached = touch ? reaches(side, limit, traded) : passes(side, limit, traded);
    if (!reached && !(taking && reaches(side, limit, taken(side, traded, costs, tick)))) {
      return NONE;
    }
    return limitTaken(side, limit, taking, traded, costs, tick);
  }

  /// Where inside the bar an order that traded began to trade, before costs: from there on the
  /// bar's prices concern its children.
  public static long reachedAt(int type, int side, long price, long open) {
    return switch (type) {
      case MARKET -> open;
      case STOP -> worse(side, open, price);
      default -> better(side, open, price);
    };
  }

  /// How much of an event's volume is ours to take, in whole lots.
  ///
  /// @param volume of the event, scaled
  /// @param participationMillionths see [FillRules]
  /// @return `Long.MAX_VALUE` when volume does not matter
  public static long available(long volume, int participationMillionths, long lot) {
    if (participationMillionths == FillRules.UNLIMITED) {
      return Long.MAX_VALUE;
    }
    long share =
        volume / MILLION * participationMillionths
            + volume % MILLION * participationMillionths / MILLION;
    return share / lot * lot;
  }

  /// `price` moved by `costs` against us and rounded to the grid against us.
  public static long taken(int side, long price, long costs, long tick) {
    return onGrid(side, price + side * costs, tick);
  }

  /// Half of a spread that is counted in ticks, scaled, rounded up.
  public static long halfSpread(long spreadTicks, long tick) {
    return (spreadTicks * tick + 1) / 2;
  }

  private static long limitTaken(
      int side, long limit, boolean taking, long market, long costs, long tick) {
    return taking ? better(side, limit, taken(side, market, costs, tick)) : limit;
  }

  private static long onGrid(int side, long price, long tick) {
    return side > 0 ? -Math.floorDiv(-price, tick) * tick : Math.floorDiv(price, tick) * tick;
  }

  private static boolean passes(int side, long limit, long price) {
    return side > 0 ? price < limit : price > limit;
  }

  private static boolean reaches(int side, long limit, long price) {
    return side > 0 ? price <= limit : price >= limit;
  }

  private static long better(int side, long a, long b) {
    return side > 0 ? Math.min(a, b) : Math.max(a, b);
  }

  private static long worse(int side, long a, long b) {
    return side > 0 ? Math.max(a, b) : Math.min(a, b);
  }
}
