package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// An index of the closes that begins at 1000 and moves only with some bars: those with less volume
/// than the bar before (the negative volume index) or those with more (the positive one). The first
/// bar after a gap moves neither. Agrees with TA-Lib NVI and PVI.
///
/// A close that is not positive has no relative change and is refused. The index is a running
/// product and keeps its rounding, about 1e-16 · √bars of its size.
///
/// Source: P. Dysart 1936; N. Fosback, *Stock Market Logic* (1976).
public final class VolumeIndex implements Indicator {
  private static final double BEGINNING = 1000;

  private final int direction;
  private double index = BEGINNING;
  private double previousClose;
  private double previousVolume;
  private boolean started;

  private VolumeIndex(int direction) {
    this.direction = direction;
  }

  /// Moves with the bars of falling volume.
  public static VolumeIndex negative() {
    return new VolumeIndex(-1);
  }

  /// Moves with the bars of rising volume.
  public static VolumeIndex positive() {
    return new VolumeIndex(1);
  }

  @Override
  public void update(BarView bar) {
    double close = PositiveClose.of(bar);
    double volume = bar.volume();
    boolean moves = started && !bar.afterGap() && (volume - previousVolume) * direction > 0;
    index *= moves ? close / previousClose : 1;
    previousClose = close;
    previousVolume = volume;
    started = true;
  }

  @Override
  public double value() {
    return index;
  }

  @Override
  public boolean ready() {
    return started;
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void state(StateCodec codec) {
    index = codec.real(index);
    previousClose = codec.real(previousClose);
    previousVolume = codec.real(previousVolume);
    started = codec.flag(started);
  }
}
