package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.state.StateCodec;

/// Wilder's directional index: how one-sided the movement of the last bars is (`dx`), and how much
/// of their true range it makes up either way (`plus_di`, `minus_di`), each 0 to 100.
///
/// Outputs: 0 `dx`, 1 `plus_di`, 2 `minus_di`. `dx` is 100 · |DI+ − DI−| / (DI+ + DI−); without
/// movement it stays what it was, 0 at first. Agrees with TA-Lib DX, PLUS_DI and MINUS_DI. [Adx]
/// gives the same DIs, but only once it is ready itself. After a gap there is no movement.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section IV.
public final class DirectionalIndex implements Indicator {
  private final DirectionalSums sums;
  private final int window;
  private double dx;

  /// @param window the n of the formula, at least 1
  public DirectionalIndex(int window) {
    this.sums = new DirectionalSums(window, 1, "directional_index");
    this.window = window;
  }

  @Override
  public void update(BarView bar) {
    sums.update(bar);
    double movement = sums.plus() + sums.minus();
    if (movement >= Share.NOTHING) {
      dx = 100 * (Math.abs(sums.plus() - sums.minus()) / movement);
    }
  }

  @Override
  public double value() {
    return dx;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> dx;
      case 1 -> sums.plusIndicator();
      case 2 -> sums.minusIndicator();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return sums.ready();
  }

  @Override
  public int warmUp() {
    return window + 1;
  }

  @Override
  public void state(StateCodec codec) {
    sums.state(codec);
    dx = codec.real(dx);
  }
}
