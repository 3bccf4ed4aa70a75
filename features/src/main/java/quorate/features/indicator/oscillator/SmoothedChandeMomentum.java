package quorate.features.indicator.oscillator;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Chande's momentum oscillator with Wilder's smoothing, −100 to 100: rises minus falls in percent
/// of both together, each smoothed by Wilder's mean over n changes; 0 for a flat series, otherwise
/// 2 · [Rsi] − 100. Agrees with TA-Lib CMO.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994); the smoothing is TA-Lib's.
public final class SmoothedChandeMomentum implements ValueIndicator {
  private final WilderChanges changes;

  /// @param window changes smoothed, at least 1
  public SmoothedChandeMomentum(int window) {
    changes = new WilderChanges(window, "smoothed_chande_momentum");
  }

  @Override
  public void update(double value) {
    changes.update(value);
  }

  @Override
  public double value() {
    return Share.percent(changes.rise() - changes.fall(), changes.rise() + changes.fall());
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
