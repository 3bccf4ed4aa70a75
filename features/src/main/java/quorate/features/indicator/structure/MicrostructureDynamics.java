package quorate.features.indicator.structure;

import java.util.List;
import quorate.features.indicator.BarView;
import quorate.features.indicator.FinerBars;
import quorate.features.indicator.FollowsTrades;
import quorate.features.indicator.LogReturn;
import quorate.features.indicator.Windows;
import quorate.features.indicator.profile.VolumeProfile;
import quorate.features.indicator.profile.VolumeWindow;
import quorate.features.indicator.signature.LogSignature;
import quorate.features.indicator.volatility.Atr;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Market microstructure dynamics: what kind of market the last bars were, in 20 numbers that have
/// no direction or level of their own.
///
/// The bars are points of a path: 1 the time, from 0 to 1, 2 the logarithm of the close and 3 log(1
/// + volume), the last two divided by their population deviation over the window (0 when constant).
///   Outputs 0 to 13 are the path's [LogSignature], outputs 14 to 19: the realised volatility √Σr²
///   of the log returns r between the bars (0 after a gap), the deviation of |r|, the skewness of r
///   and its autocorrelation at lag 1, the skewness of the [VolumeProfile]'s prices weighted by
///   volume, and the acceleration, the second difference of the closes' kernel mean
///   ([NadarayaWatson]'s ŷ), in ATR. Undefined ratios are 0.
///
/// The path keeps the jump of a gap, which is a return of 0. A close that is not positive has no
/// logarithm and is refused. A finer bar costs some nanoseconds, a bar some microseconds, bounded
/// by the windows and the bins.
///
/// Source: `docs/features/microstructure-dynamics.md`.
public final class MicrostructureDynamics implements FinerBars, FollowsTrades {
  /// The outputs by name, in order; `s` and letters is the coordinate of the bracket of these
  /// letters (1 time, 2 price, 3 volume): `s213` is that of `[2,[1,3]]`.
  public static final List<String> OUTPUTS =
      List.of(
          "s1",
          "s2",
          "s3",
          "s12",
          "s13",
          "s23",
          "s112",
          "s113",
          "s212",
          "s213",
          "s223",
          "s312",
          "s313",
          "s323",
          "realised_volatility",
          "volatility_of_volatility",
          "skewness",
          "autocorrelation",
          "profile_skewness",
          "acceleration");

  /// The settings, and their rules.
  ///
  /// @param window bars of the path and of the profile, at least 3
  /// @param atrWindow true ranges in the unit of widths and acceleration, at least 1
  /// @param binsPerAtr bins that make an ATR; positive
  /// @param centre weight of a bin beside its neighbours' 1 when smoothed; not negative
  /// @param bandwidth h of the kernel mean, in bars; positive
  /// @param alpha α of the kernel mean; positive
  /// @param kernelWindow bars in the kernel mean, at least 1
  public record Settings(
      int window,
      int atrWindow,
      double binsPerAtr,
      double centre,
      double bandwidth,
      double alpha,
      int kernelWindow) {
    public Settings {
      Windows.check(window, 3, "microstructure_dynamics");
      Windows.check(atrWindow, 1, "microstructure_dynamics");
      Windows.check(kernelWindow, 1, "microstructure_dynamics");
    }

    /// As `es-futures` has them.
    public static Settings defaults() {
      return new Settings(20, 14, 20, 2, 8, 8, 64);
    }
  }

  private final Settings settings;
  private final Window logCloses;
  private final Window logVolumes;
  private final Window returns;
  private final LogReturn oneBar = new LogReturn(1);
  private final VolumeWindow volumes;
  private final VolumeProfile profile;
  private final LogSignature signature = new LogSignature();
  private final KernelMean kernel;
  private final Atr atr;
  private final int warmUp;
  private final double[] points;
  private final double[] steps;
  private final double[] values = new double[OUTPUTS.size()];
  private double rise;
  private int seen;

  public MicrostructureDynamics(Settings settings) {
    int window = settings.window;
    this.settings = settings;
    this.logCloses = new Window(window);
    this.logVolumes = new Window(window);
    this.returns = new Window(window - 1);
    this.volumes = new VolumeWindow(window);
    this.profile = new VolumeProfile(settings.centre);
    this.kernel = new KernelMean(settings.bandwidth, settings.alpha, settings.kernelWindow);
    this.atr = new Atr(settings.atrWindow);
    this.warmUp = Math.max(window, Math.max(settings.atrWindow + 1, settings.kernelWindow + 2));
    this.points = new double[window];
    this.steps = new double[window - 1];
  }

  @Override
  public void trade(double price, double volume, double tick) {
    volumes.trade(price, volume, tick);
  }

  @Override
  public void finer(BarView bar) {
    volumes.finer(bar);
  }

  @Override
  public void update(BarView bar) {
    oneBar.update(bar);
    if (oneBar.ready()) {
      returns.push(oneBar.value());
    }
    logCloses.push(StrictMath.log(bar.close()));
    logVolumes.push(StrictMath.log1p(bar.volume()));
    volumes.update(bar);
    atr.update(bar);
    double riseBefore = rise;
    kernel.update(bar.close());
    rise = kernel.rise();
    if (seen < warmUp) {
      seen++;
    }
    if (!ready()) {
      return;
    }
    describePath();
    describeReturns();
    double unit = atr.value();
    profile.build(volumes, VolumeProfile.width(bar, unit, settings.binsPerAtr));
    values[LogSignature.SIZE + 4] = profile.skewness();
    values[LogSignature.SIZE + 5] = unit == 0 ? 0 : (rise - riseBefore) / unit;
  }

  /// Steps of the path do not ask for the means of what is standardised, only for the deviations.
  private void describePath() {
    double priceUnit = inverseDeviation(logCloses);
    double volumeUnit = inverseDeviation(logVolumes);
    double time = 1.0 / steps.length;
    signature.clear();
    for (int age = steps.length - 1; age >= 0; age--) {
      signature.step(
          time,
          (logCloses.back(age) - logCloses.back(age + 1)) * priceUnit,
          (logVolumes.back(age) - logVolumes.back(age + 1)) * volumeUnit);
    }
    for (int place = 0; place < LogSignature.SIZE; place++) {
      values[place] = signature.value(place);
    }
  }

  private double inverseDeviation(Window window) {
    copy(window, points);
    double deviation = PathStatistics.deviation(points);
    return deviation == 0 ? 0 : 1 / deviation;
  }

  private void describeReturns() {
    copy(returns, steps);
    double squares = 0;
    for (double step : steps) {
      squares += step * step;
    }
    values[LogSignature.SIZE] = Math.sqrt(squares);
    values[LogSignature.SIZE + 2] = PathStatistics.skewness(steps);
    values[LogSignature.SIZE + 3] = PathStatistics.autocorrelation(steps);
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(steps[i]);
    }
    values[LogSignature.SIZE + 1] = PathStatistics.deviation(steps);
  }

  /// Oldest first.
  private static void copy(Window window, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = window.back(to.length - 1 - i);
    }
  }

  @Override
  public double value() {
    return values[0];
  }

  @Override
  public double value(int output) {
    if (output < 0 || output >= values.length) {
      throw noOutput(output);
    }
    return values[output];
  }

  @Override
  public int outputs() {
    return values.length;
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
    oneBar.state(codec);
    returns.state(codec);
    logCloses.state(codec);
    logVolumes.state(codec);
    volumes.state(codec);
    atr.state(codec);
    kernel.state(codec);
    rise = codec.real(rise);
    seen = (int) codec.whole(seen);
    codec.reals(values);
  }
}
