package quorate.features.indicator;

import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Instrument;

/// A bar view that is filled again for every bar, so that a stream of bars allocates nothing.
///
/// Not for use by two threads.
public final class MutableBar implements BarView {
  private long startNs;
  private long endNs;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;
  private double tick;
  private int flags;

  /// Takes a finished bar over: the crossing from scaled prices to `double`s.
  ///
  /// @param instrument whose scales the bar's numbers have
  /// @return this
  public MutableBar set(Bar bar, Instrument instrument) {
    return times(bar.startNs(), bar.endNs())
        .prices(
            instrument.priceAsDouble(bar.open()),
            instrument.priceAsDouble(bar.high()),
            instrument.priceAsDouble(bar.low()),
            instrument.priceAsDouble(bar.close()))
        .volume(instrument.quantityAsDouble(bar.volume()))
        .tick(instrument.priceAsDouble(instrument.tickSize()))
        .flags(bar.flags());
  }

  /// @param startNs UTC nanoseconds, inclusive
  /// @param endNs UTC nanoseconds, exclusive
  public MutableBar times(long startNs, long endNs) {
    this.startNs = startNs;
    this.endNs = endNs;
    return this;
  }

  public MutableBar prices(double open, double high, double low, double close) {
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    return this;
  }

  public MutableBar volume(double volume) {
    this.volume = volume;
    return this;
  }

  /// @param tick smallest step of the prices, 0 where there is none
  public MutableBar tick(double tick) {
    this.tick = tick;
    return this;
  }

  /// @param flags bits of [BarFlags]
  public MutableBar flags(int flags) {
    this.flags = flags;
    return this;
  }

  @Override
  public long startNs() {
    return startNs;
  }

  @Override
  public long endNs() {
    return endNs;
  }

  @Override
  public double open() {
    return open;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double close() {
    return close;
  }

  @Override
  public double volume() {
    return volume;
  }

  @Override
  public double tick() {
    return tick;
  }

  @Override
  public boolean afterGap() {
    return (flags & BarFlags.AFTER_GAP) != 0;
  }

  @Override
  public boolean opensSession() {
    return (flags & BarFlags.SESSION_START) != 0;
  }
}
