package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Sine of the phase of the dominant cycle, −1 to 1, and the sine an eighth of a cycle ahead; they
/// cross at the turns of a cycle and run side by side in a trend. Agrees with TA-Lib HT_SINE but
/// where the last cycle is flat and has no phase ([CyclePhase]).
///
/// Outputs: 0 `sine`, 1 `lead_sine`.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 9.
public final class HilbertSine implements ValueIndicator {
  private final CyclePhase phase = new CyclePhase();
  private double sine;
  private double leadSine;

  @Override
  public void update(double value) {
    phase.update(value);
    sine = phase.sine();
    leadSine = phase.leadSine();
  }

  @Override
  public double value() {
    return sine;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> sine;
      case 1 -> leadSine;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return phase.cycle().ready();
  }

  @Override
  public int warmUp() {
    return phase.cycle().warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    phase.state(codec);
    sine = codec.real(sine);
    leadSine = codec.real(leadSine);
  }
}
