package quorate.features.indicator.momentum;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Williams's accelerator oscillator, in price units: the [AwesomeOscillator] minus its own simple
/// average. Agrees with TA-Lib AC.
///
/// Source: B. Williams, *New Trading Dimensions* (1998).
public final class AcceleratorOscillator implements Indicator {
  private final AwesomeOscillator awesome;
  private final RollingMean signal;
  private double acceleration;

  /// @param fast window of the fast average of prices, at least 1
  /// @param slow window of the slow one, more than `fast`
  /// @param signal values of the oscillator averaged, at least 1
  public AcceleratorOscillator(int fast, int slow, int signal) {
    Windows.checkOrder(fast, slow, "accelerator_oscillator");
    this.awesome = new AwesomeOscillator(fast, slow);
    this.signal = new RollingMean(Windows.check(signal, 1, "accelerator_oscillator"));
  }

  @Override
  public void update(BarView bar) {
    awesome.update(bar);
    if (awesome.ready()) {
      double now = awesome.value();
      signal.update(now);
      acceleration = now - signal.value();
    }
  }

  @Override
  public double value() {
    return acceleration;
  }

  @Override
  public boolean ready() {
    return signal.ready();
  }

  @Override
  public int warmUp() {
    return awesome.warmUp() + signal.size() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    awesome.state(codec);
    signal.state(codec);
    acceleration = codec.real(acceleration);
  }
}
