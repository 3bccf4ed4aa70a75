package quorate.market.bars;

import quorate.domain.BarFlags;
import quorate.domain.Instrument;
import quorate.domain.Money;
import quorate.domain.Notional;
import quorate.domain.Scaled;
import quorate.domain.Timeframe;

/// Bars of a fixed amount of trading: so many trades, so much volume, or so much value.
///
/// A trade is never split: the one that reaches the amount closes the bar at once, and the next bar
/// starts with the trade after it. A session's last bar may hold less. Value is price × quantity ×
/// multiplier in whole units of the instrument's currency (López de Prado, Advances in Financial
/// Machine Learning, 2.3).
final class CountBars implements BarBuilder {
  private static final long NEVER = Long.MAX_VALUE;

  private final int instrument;
  private final Timeframe timeframe;
  private final Notional notional;
  private final long fullVolume;
  private final long fullUnits;
  private final GrowingBar bar = new GrowingBar();

  private long startNs;
  private long lastNs;
  private long units;
  private long closeNs = NEVER;

  CountBars(int number, Instrument instrument, Timeframe timeframe) {
    this.instrument = number;
    this.timeframe = timeframe;
    this.notional = Notional.of(instrument);
    this.fullVolume =
        timeframe.kind() == Timeframe.Kind.VOLUME
            ? Math.multiplyExact(timeframe.size(), Scaled.power(instrument.quantityScale()))
            : 0;
    this.fullUnits =
        timeframe.kind() == Timeframe.Kind.DOLLARS
            ? Math.multiplyExact(timeframe.size(), Money.ONE)
            : 0;
  }

  /// Only the end of the session is due by the clock.
  @Override
  public long dueNs() {
    return bar.isEmpty() ? NEVER : closeNs;
  }

  @Override
  public long spanNs() {
    return 0;
  }

  @Override
  public void enter(SessionSpan next) {
    closeNs = next.session().closeNs();
    bar.markSessionStart();
    if (next.afterGap()) {
      bar.markGap();
    }
  }

  @Override
  public void closeDue(BarListener listener) {
    close(listener, BarFlags.SHORT);
  }

  private void close(BarListener listener, int flags) {
    units = 0;
    listener.onBar(bar.take(instrument, timeframe, startNs, lastNs, flags));
  }

  @Override
  public void addTrade(long timeNs, long price, long quantity, BarListener listener) {
    if (bar.isEmpty()) {
      startNs = timeNs;
    }
    lastNs = timeNs;
    bar.add(price, quantity);
    if (isFull(price, quantity)) {
      close(listener, 0);
    }
  }

  private boolean isFull(long price, long quantity) {
    return switch (timeframe.kind()) {
      case TICKS -> bar.trades() >= timeframe.size();
      case VOLUME -> bar.volume() >= fullVolume;
      case DOLLARS -> {
        units = Math.addExact(units, Math.abs(notional.units(price, quantity)));
        yield units >= fullUnits;
      }
      case TIME -> throw new IllegalStateException("bars of time close by the clock");
    };
  }

  @Override
  public void addBar(
      long from,
      long to,
      long open,
      long high,
      long low,
      long close,
      long volume,
      BarListener listener) {
    throw new IllegalStateException(
        "bars of %s are made from trades, but bars came in".formatted(timeframe));
  }

  @Override
  public void finish(long timeNs, BarListener listener) {
    if (!bar.isEmpty()) {
      close(listener, BarFlags.UNFINISHED);
    }
  }
}
