package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// The phasor of the dominant cycle, in the unit of the values. Agrees with TA-Lib HT_PHASOR.
///
/// Outputs: 0 `in_phase`, the series free of trend, three values ago; 1 `quadrature`, turned by a
/// quarter cycle.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 6.
public final class HilbertPhasor implements ValueIndicator {
  private final HilbertTransform cycle = HilbertTransform.forPeriod();

  @Override
  public void update(double value) {
    cycle.update(value);
  }

  @Override
  public double value() {
    return cycle.inPhase();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> cycle.inPhase();
      case 1 -> cycle.quadrature();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return cycle.ready();
  }

  @Override
  public int warmUp() {
    return cycle.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    cycle.state(codec);
  }
}
