package quorate.features.naive;

import static quorate.features.naive.Naive.deviation;
import static quorate.features.naive.Naive.mean;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import quorate.features.series.NaiveBars;

/// Market microstructure dynamics as their definition reads.
public final class NaiveMicrostructure {
  /// Place of the skewness of the profile.
  static final int PROFILE = 18;

  private static final int BARS = 20;

  private NaiveMicrostructure() {}

  /// The 20 numbers at bar `t`.
  public static double[] of(NaiveBars bars, int t, NaiveVolumeProfile profile, double atr) {
    double[] numbers = new double[20];
    Arrays.setAll(
        numbers, output -> output == PROFILE ? skewness(profile) : of(bars, t, atr, output));
    return numbers;
  }

  static double skewness(NaiveVolumeProfile profile) {
    return profile.bins() == 0 ? 0 : profile.skewness();
  }

  /// One of them, but for the skewness of the profile.
  static double of(NaiveBars bars, int t, double atr, int output) {
    double[] returns = new double[BARS - 1];
    Arrays.setAll(returns, i -> bars.logReturn(t - BARS + 2 + i));
    return switch (output) {
      case 14 -> Math.sqrt(Arrays.stream(returns).map(r -> r * r).sum());
      case 15 -> spread(Arrays.stream(returns).map(Math::abs).toArray());
      case 16 -> skewness(returns);
      case 17 -> autocorrelation(returns);
      case 19 ->
          (kernelMean(bars, t, t) - 2 * kernelMean(bars, t - 1, t) + kernelMean(bars, t - 2, t))
              / atr;
      default -> NaiveLogSignature.of(path(bars, t))[output];
    };
  }

  private static double[][] path(NaiveBars bars, int t) {
    int first = t - BARS + 1;
    double[] prices = standardised(Arrays.copyOfRange(bars.close(), first, t + 1), Math::log);
    double[] volumes = standardised(Arrays.copyOfRange(bars.volume(), first, t + 1), Math::log1p);
    double[][] path = new double[BARS][];
    Arrays.setAll(path, i -> new double[] {i / (BARS - 1.0), prices[i], volumes[i]});
    return path;
  }

  private static double[] standardised(double[] x, DoubleUnaryOperator logarithm) {
    double[] logs = Arrays.stream(x).map(logarithm).toArray();
    double mean = mean(logs, logs.length - 1, logs.length);
    double spread = spread(logs);
    return Arrays.stream(logs).map(one -> spread == 0 ? 0 : (one - mean) / spread).toArray();
  }

  /// The population deviation, without the rounding of logarithms.
  private static double spread(double[] x) {
    double spread = deviation(x, x.length - 1, x.length);
    return spread < 1e-14 ? 0 : spread;
  }

  private static double skewness(double[] x) {
    double spread = spread(x);
    double mean = mean(x, x.length - 1, x.length);
    double third = Arrays.stream(x).map(one -> Math.pow(one - mean, 3)).average().orElseThrow();
    return spread == 0 ? 0 : third / Math.pow(spread, 3);
  }

  private static double autocorrelation(double[] x) {
    double spread = spread(x);
    double mean = mean(x, x.length - 1, x.length);
    double products = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      products += (x[i] - mean) * (x[i + 1] - mean);
    }
    return spread == 0 ? 0 : products / x.length / (spread * spread);
  }

  /// Less the close at `level`, so that differences of means keep their digits.
  private static double kernelMean(NaiveBars bars, int t, int level) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < 64; i++) {
      double weight = Math.pow(1 + i * i / (2.0 * 8 * 8 * 8), -8);
      sum += weight * (bars.close()[t - i] - bars.close()[level]);
      weights += weight;
    }
    return sum / weights;
  }
}
