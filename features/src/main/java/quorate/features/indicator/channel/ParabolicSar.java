package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Wilder's parabolic stop and reverse: a stop that follows prices the faster the more new extremes
/// a swing makes, and changes sides when prices touch it.
///
/// Outputs: 0 `value`, the stop in price units, on the bar of a reversal already the new one; 1
/// `side`, 1 while long and −1 while short. Agrees with TA-Lib SAR.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section II.
public final class ParabolicSar implements Indicator {
  private final StopAndReverse stop;

  /// @param acceleration share of the way to the extreme at first, and added with each new one, 0
  ///   or more
  /// @param most largest share, 0 or more
  public ParabolicSar(double acceleration, double most) {
    Acceleration pace = new Acceleration(acceleration, acceleration, most);
    stop = new StopAndReverse(0, 0, pace, pace);
  }

  @Override
  public void update(BarView bar) {
    stop.update(bar.high(), bar.low());
  }

  @Override
  public double value() {
    return stop.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> stop.value();
      case 1 -> stop.side();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return stop.ready();
  }

  @Override
  public int warmUp() {
    return 2;
  }

  @Override
  public void state(StateCodec codec) {
    stop.state(codec);
  }
}
