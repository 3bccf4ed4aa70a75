package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// The parabolic stop and reverse with a pace of its own for each side, a first stop, and reversals
/// that keep their distance.
///
/// Outputs: 0 `value`, the stop in price units, on the bar of a reversal already the new one; 1
/// `side`, 1 while long and −1 while short; 2 `signed`, value · side. `signed` agrees with TA-Lib
/// SAREXT.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section II.
public final class ParabolicSarExtended implements Indicator {
  private final StopAndReverse stop;

  /// @param start first stop: long at it when positive, short at its size when negative, found from
  ///   the first two bars when 0
  /// @param offset share of the price by which a reversal moves the stop away, 0 or more
  /// @param rising for long positions
  /// @param falling for short positions
  public ParabolicSarExtended(
      double start, double offset, Acceleration rising, Acceleration falling) {
    if (!(offset >= 0)) {
      throw new IllegalArgumentException(
          "offset must be 0 or more, but was %s (feature \"parabolic_sar_extended\")"
              .formatted(offset));
    }
    stop = new StopAndReverse(start, offset, rising, falling);
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
      case 2 -> stop.value() * stop.side();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
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
