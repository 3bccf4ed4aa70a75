package quorate.features.indicator.structure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.volatility.Atr;
import quorate.features.state.StateCodec;

/// Nadaraya–Watson regression of the closes with the rational quadratic kernel, from past bars
/// alone: a smooth line that never repaints, and where it turns.
///
/// Outputs: 0 `value` (ŷ, a price), 1 `distance` (close − ŷ, in ATR), 2 `slope` (ŷ less ŷ one bar
/// ago, in ATR), 3 `turn` (+1 on the bar at which the slope becomes positive and is at least the
/// threshold, −1 mirrored, else 0). Where the average true range is 0, distance and slope are 0.
///
/// An update costs some 100 ns at the default window and is bounded by it.
///
/// Source: [KernelMean]; `docs/features/nadaraya-watson.md`.
public final class NadarayaWatson implements Indicator {
  private final KernelMean kernel;
  private final Atr atr;
  private final double threshold;
  private final int warmUp;
  private int seen;
  private double distance;
  private double slope;
  private int turn;

  /// @param threshold least slope of a turn, in ATR a bar; not negative
  /// @param bandwidth h of the kernel, in bars; positive
  /// @param alpha α of the kernel; positive
  /// @param window bars in the mean, at least 1
  /// @param atrWindow true ranges in the unit of distance and slope, at least 1
  public NadarayaWatson(
      double threshold, double bandwidth, double alpha, int window, int atrWindow) {
    this.kernel = new KernelMean(bandwidth, alpha, Windows.check(window, 1, "nadaraya_watson"));
    this.atr = new Atr(Windows.check(atrWindow, 1, "nadaraya_watson"));
    this.threshold = threshold;
    this.warmUp = Math.max(window, atrWindow) + 2; // a turn compares two slopes
  }

  @Override
  public void update(BarView bar) {
    kernel.update(bar.close());
    atr.update(bar);
    double unit = atr.value();
    double before = slope;
    distance = unit == 0 ? 0 : kernel.distance() / unit;
    slope = unit == 0 ? 0 : kernel.rise() / unit;
    if (slope > 0 && before <= 0 && slope >= threshold) {
      turn = 1;
    } else if (slope < 0 && before >= 0 && slope <= -threshold) {
      turn = -1;
    } else {
      turn = 0;
    }
    if (seen < warmUp) {
      seen++;
    }
  }

  @Override
  public double value() {
    return kernel.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> kernel.value();
      case 1 -> distance;
      case 2 -> slope;
      case 3 -> turn;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 4;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    kernel.state(codec);
    atr.state(codec);
    seen = (int) codec.whole(seen);
    distance = codec.real(distance);
    slope = codec.real(slope);
    turn = (int) codec.whole(turn);
  }
}
