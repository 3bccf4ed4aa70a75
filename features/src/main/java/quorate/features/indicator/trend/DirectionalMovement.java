package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Wilder's smoothed sums of directional movement up and down, in price units, 0 or more.
///
/// Outputs: 0 `plus`, 1 `minus`. Each bar's movement is the larger of high − previous high and
/// previous low − low, where it is positive; the sums add n − 1 bars up and go on by sum − sum / n
/// + new. Agrees with TA-Lib PLUS_DM and MINUS_DM. After a gap there is no movement.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section IV.
public final class DirectionalMovement implements Indicator {
  private final DirectionalSums sums;
  private final int changes;

  /// @param window the n of the formula, at least 1
  public DirectionalMovement(int window) {
    this.sums = new DirectionalSums(window, 1, "directional_movement");
    this.changes = Math.max(1, window - 1);
  }

  @Override
  public void update(BarView bar) {
    sums.update(bar);
  }

  @Override
  public double value() {
    return sums.plus();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> sums.plus();
      case 1 -> sums.minus();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return sums.changes() >= changes;
  }

  @Override
  public int warmUp() {
    return changes + 1;
  }

  @Override
  public void state(StateCodec codec) {
    sums.state(codec);
  }
}
