package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.PAIR;
import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.bars;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.statistics.Autocorrelation;
import quorate.features.indicator.statistics.Beta;
import quorate.features.indicator.statistics.Correlation;
import quorate.features.indicator.statistics.Entropy;
import quorate.features.indicator.statistics.FractionalDifference;
import quorate.features.indicator.statistics.Hurst;
import quorate.features.indicator.statistics.Kurtosis;
import quorate.features.indicator.statistics.LinearRegression;
import quorate.features.indicator.statistics.PercentRank;
import quorate.features.indicator.statistics.Percentile;
import quorate.features.indicator.statistics.Skewness;
import quorate.features.indicator.statistics.StandardDeviation;
import quorate.features.indicator.statistics.Variance;
import quorate.features.indicator.statistics.ZScore;

/// Statistics of a moving window.
final class StatisticsEntries {
  private StatisticsEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "standard_deviation",
            "Rolling standard deviation",
            List.of(SERIES),
            List.of(window(20, 2), new Parameter("deviations", "", 1, 0.001, 1000, false)),
            List.of("value"),
            "window",
            "deviations · √(Σ (x − mean)² / n), the population's",
            "TA-Lib STDDEV",
            arguments -> new StandardDeviation((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "variance",
            "Rolling variance",
            List.of(SERIES),
            List.of(window(20, 2)),
            List.of("value"),
            "window",
            "Σ (x − mean)² / n, the population's",
            "TA-Lib VAR",
            arguments -> new Variance((int) arguments[0])),
        new IndicatorEntry(
            "z_score",
            "Distance from the mean in deviations",
            List.of(SERIES),
            List.of(window(20, 2)),
            List.of("value"),
            "window",
            "(x − mean) / population deviation of the last n, x included; 0 where all are equal",
            "standard",
            arguments -> new ZScore((int) arguments[0])),
        new IndicatorEntry(
            "skewness",
            "Rolling skewness",
            List.of(SERIES),
            List.of(window(50, 3)),
            List.of("population", "sample"),
            "window",
            "population g = m₃ / m₂^1.5 of the central moments over n (biased); sample = g · √(n (n −"
                + " 1)) / (n − 2); 0 where all are equal",
            "Joanes and Gill 1998",
            arguments -> new Skewness((int) arguments[0])),
        new IndicatorEntry(
            "kurtosis",
            "Rolling excess kurtosis",
            List.of(SERIES),
            List.of(window(50, 4)),
            List.of("population", "sample"),
            "window",
            "population g = m₄ / m₂² − 3 of the central moments over n (biased); sample = (n − 1) / ((n"
                + " − 2) (n − 3)) · ((n + 1) g + 6); 0 where all are equal",
            "Joanes and Gill 1998",
            arguments -> new Kurtosis((int) arguments[0])),
        new IndicatorEntry(
            "percentile",
            "Rolling percentile, nearest rank",
            List.of(SERIES),
            List.of(window(30, 2), new Parameter("percentile", "", 50, 0, 100, false)),
            List.of("value"),
            "window",
            "the ⌈percentile · n / 100⌉-th smallest of the last n, the smallest for 0",
            "TA-Lib PERCENTILE",
            arguments -> new Percentile((int) arguments[0], arguments[1])),
        new IndicatorEntry(
            "percent_rank",
            "Percent rank",
            List.of(SERIES),
            List.of(window(100, 1)),
            List.of("value"),
            "window + 1",
            "100 / n · how many of the n values before x are smaller",
            "TA-Lib PERCENTRANK",
            arguments -> new PercentRank((int) arguments[0])),
        new IndicatorEntry(
            "linear_regression",
            "Least-squares line",
            List.of(SERIES),
            List.of(window(14, 2)),
            List.of("value", "slope", "intercept", "angle", "forecast"),
            "window",
            "slope = Σ (i − ī)·x / Σ (i − ī)², a bar; value, intercept, forecast: the line at the newest"
                + " bar, the oldest and the next; angle = atan slope, in degrees",
            "TA-Lib LINEARREG, LINEARREG_SLOPE, LINEARREG_INTERCEPT, LINEARREG_ANGLE, TSF",
            arguments -> new LinearRegression((int) arguments[0])),
        new IndicatorEntry(
            "correlation",
            "Pearson's correlation",
            PAIR,
            List.of(window(30, 2)),
            List.of("value"),
            "window",
            "Σ (x − mean x)(y − mean y) / √(Σ (x − mean x)² · Σ (y − mean y)²); 0 where one stands still",
            "TA-Lib CORREL",
            arguments -> new Correlation((int) arguments[0])),
        new IndicatorEntry(
            "beta",
            "Beta of y to x",
            PAIR,
            List.of(window(5, 2)),
            List.of("value"),
            "window + 1",
            "slope of the least-squares line of y's last n relative changes over x's, the market's; 0"
                + " where those are equal",
            "TA-Lib BETA",
            arguments -> new Beta((int) arguments[0])),
        new IndicatorEntry(
            "autocorrelation",
            "Autocorrelation",
            List.of(SERIES),
            List.of(window(50, 2), bars("lag", 1, 1)),
            List.of("value"),
            "window + lag",
            "Pearson's correlation of the last n values with those lag bars earlier",
            "pandas Series.autocorr",
            arguments -> new Autocorrelation((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "entropy",
            "Shannon's entropy in bins",
            List.of(SERIES),
            List.of(window(50, 2), new Parameter("bins", "", 10, 2, 1000, true)),
            List.of("value"),
            "window",
            "−Σ p log p, p the shares of the last n values in bins of equal width from the smallest to"
                + " the largest of them",
            "Shannon 1948; López de Prado 2018, chapter 18",
            arguments -> new Entropy((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "hurst",
            "Hurst exponent",
            List.of(SERIES),
            List.of(window(100, 4), new Parameter("lags", "", 5, 2, 16, true)),
            List.of("value"),
            "window",
            "half the slope of log mean (x − x, k bars ago)² over log k, k = 1, 2, 4 … 2^(lags − 1), both"
                + " ends among the last n ≥ 2^lags; 0.5 where a lag has no variation",
            "Mandelbrot and van Ness 1968; Gneiting, Ševčíková and Percival 2012",
            arguments -> new Hurst((int) arguments[0], (int) arguments[1])),
        new IndicatorEntry(
            "fractional_difference",
            "Fractional difference, fixed width",
            List.of(SERIES),
            List.of(
                new Parameter("order", "", 0.4, 0.01, 2, false),
                new Parameter("threshold", "", 1e-4, 1e-7, 0.5, false)),
            List.of("value"),
            "number of weights of at least the threshold",
            "Σ w·x, w₀ = 1, w at lag k = −w before · (order − k + 1) / k; the first below the threshold"
                + " ends them",
            "López de Prado 2018, section 5.5; Hosking 1981",
            arguments -> new FractionalDifference(arguments[0], arguments[1])));
  }
}
