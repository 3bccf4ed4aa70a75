package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Whether a series trends, 1, or runs in cycles, 0. Agrees with TA-Lib HT_TRENDMODE but around
/// stretches where the last cycle is flat and has no phase ([CyclePhase]).
///
/// It runs in cycles for half a period after the sine crossed the leading sine, and while the phase
/// advances at 0.67 to 1.5 times the pace of the period; it trends otherwise, and always when the
/// smoothed value is 1.5 % or more from the trendline.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 11.
public final class HilbertTrendMode implements ValueIndicator {
  private static final double FAR = 0.015;

  private final CyclePhase phase = new CyclePhase();
  private final CycleTrend trend = new CycleTrend();
  private double sine;
  private double leadSine;
  private int sinceCrossing;
  private double mode;

  @Override
  public void update(double value) {
    phase.update(value);
    trend.update(value, phase.cycle());
    if (phase.cycle().begun()) {
      decide();
    }
  }

  private void decide() {
    double lead = leadSine - sine;
    sine = phase.sine();
    leadSine = phase.leadSine();
    boolean crossed = sine > leadSine ? lead >= 0 : sine < leadSine && lead <= 0;
    sinceCrossing = crossed ? 1 : Math.min(sinceCrossing + 1, HilbertTransform.LONGEST);
    double period = phase.cycle().smoothPeriod();
    double pace = (phase.degrees() - phase.degreesBefore()) * period;
    boolean steady = pace > 0.67 * 360 && pace < 1.5 * 360;
    double line = trend.value();
    boolean far = Math.abs(phase.cycle().smooth() - line) >= FAR * Math.abs(line) && line != 0;
    mode = far || (!steady && sinceCrossing >= 0.5 * period) ? 1 : 0;
  }

  @Override
  public double value() {
    return mode;
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
    trend.state(codec);
    sine = codec.real(sine);
    leadSine = codec.real(leadSine);
    sinceCrossing = (int) codec.whole(sinceCrossing);
    mode = codec.real(mode);
  }
}
