package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Hurst exponent of the last n values, such as log prices, `hurst(ln(close), 100)`: how fast they
/// wander off. 0.5 for a random walk, more for a trend (1 for a line), less for a series that turns
/// back (0 for noise round a level). An estimate, not clipped: over 100 values of a random walk its
/// mean is 0.48 and its deviation 0.085.
///
/// Half the slope of the least-squares line of log Vₖ over log k at the lags k = 1, 2, 4 … 2^(lags
/// − 1), where Vₖ is the mean of (x[t] − x[t − k])² with both ends among the n values; for
/// fractional Brownian motion Vₖ grows as k^2H. A lag without any variation has no logarithm: 0.5
/// then. This form was preferred to the rescaled range, which is biased upwards in short windows
/// and takes the whole window at each update; this one takes O(lags).
///
/// Source: B. B. Mandelbrot and J. W. van Ness, "Fractional Brownian motions, fractional noises and
/// applications", *SIAM Review* 10 (1968); the estimator is the variogram's in T. Gneiting, H.
/// Ševčíková and D. B. Percival, "Estimators of fractal dimension", *Statistical Science* 27
/// (2012).
public final class Hurst implements ValueIndicator {
  /// What is this small beside the other lags is what rounding left of no variation.
  private static final double NO_VARIATION = 1e-18;

  private static final double NEITHER = 0.5;

  private final Window values;
  private final ExactSum[] squares;
  private final double[] logs;

  /// Of log Vₖ in the exponent.
  private final double[] weights;

  private double last = Double.NaN;
  private int equalRun;

  /// @param window values looked at, at least 2^lags
  /// @param lags at least 2, at most 16
  public Hurst(int window, int lags) {
    if (lags < 2 || lags > 16) {
      throw new IllegalArgumentException(
          "lags must be from 2 to 16, but was %d (feature \"hurst\")".formatted(lags));
    }
    values = new Window(Windows.check(window, 1 << lags, "hurst"));
    squares = new ExactSum[lags];
    logs = new double[lags];
    weights = new double[lags];
    double middle = (lags - 1) / 2.0;
    double spread = lags * (lags * (double) lags - 1) / 12;
    for (int i = 0; i < lags; i++) {
      squares[i] = new ExactSum();
      weights[i] = (i - middle) / (2 * spread * StrictMath.log(2));
    }
  }

  @Override
  public void update(double value) {
    int size = values.size();
    int count = values.count();
    for (int i = 0; i < squares.length && 1 << i <= count; i++) {
      int lag = 1 << i;
      double leaving = count < size ? 0 : values.back(size - 1 - lag) - values.back(size - 1);
      squares[i].exchangeSquares(value - values.back(lag - 1), leaving);
    }
    values.push(value);
    equalRun = value == last ? equalRun + 1 : 1;
    last = value;
  }

  @Override
  public double value() {
    if (equalRun >= values.size()) {
      return NEITHER;
    }
    double largest = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = squares[i].value() / (values.size() - (1 << i));
      largest = Math.max(largest, logs[i]);
    }
    double exponent = 0;
    for (int i = 0; i < logs.length; i++) {
      if (!(logs[i] > NO_VARIATION * largest)) {
        return NEITHER;
      }
      exponent += weights[i] * StrictMath.log(logs[i]);
    }
    return exponent;
  }

  @Override
  public boolean ready() {
    return values.full();
  }

  @Override
  public int warmUp() {
    return values.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    for (ExactSum sum : squares) {
      sum.state(codec);
    }
    last = codec.real(last);
    equalRun = (int) codec.whole(equalRun);
  }
}
