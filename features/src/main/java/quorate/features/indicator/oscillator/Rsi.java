package quorate.features.indicator.oscillator;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Wilder's relative strength index, 0 to 100: the share of the rises in all movement, both
/// smoothed by Wilder's mean over n changes. A flat series has RSI 0, as in TA-Lib RSI, with which
/// it agrees.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section VI.
public final class Rsi implements ValueIndicator {
  private final WilderChanges changes;

  /// @param window changes smoothed, at least 1
  public Rsi(int window) {
    changes = new WilderChanges(window, "rsi");
  }

  @Override
  public void update(double value) {
    changes.update(value);
  }

  @Override
  public double value() {
    return Share.percent(changes.rise(), changes.rise() + changes.fall());
  }

  @Override
  public boolean ready() {
    return changes.ready();
  }

  @Override
  public int warmUp() {
    return changes.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    changes.state(codec);
  }
}
