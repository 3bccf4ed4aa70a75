package quorate.features.correlation;

import java.util.Arrays;
import java.util.List;
import quorate.domain.chance.Philox;
import quorate.features.matrix.CrossProduct;

/// Whether correlations differ between two windows of equal length by more than chance.
///
/// The distance is the root of the mean squared difference of the correlations of all pairs, 0 to
/// 2: a typical change of a correlation. Its law under no change comes from permutations: each
/// window is standardised by its own means and deviations, so that a change of volatility is none
/// of correlation; the blocks of days of both are put in random orders, cut in the middle, and the
/// distance of the halves taken. Its p-value is exact when blocks are exchangeable, whatever the
/// distribution of returns, and for any number of assets.
///
/// Jennrich's χ² test of equal correlation matrices (1970) was rejected: it needs more days than
/// assets, and its law rests on normal returns, so that fat tails alone make it cry break.
///
/// Sources: P. Good, *Permutation, parametric and bootstrap tests of hypotheses* (2005), chapter 3;
/// the p-value (1 + b) / (1 + permutations) after B. Phipson and G. Smyth, *Permutation p-values
/// should never be zero* (2010).
///
/// @param distance between the windows' correlations
/// @param threshold a distance above this is a break at the settings' level
/// @param pValue the share of permutations at least as far apart, above 0 to 1
/// @param broken whether p is at most the level
public record CorrelationBreak(double distance, double threshold, double pValue, boolean broken) {

  /// @param assets a name for each column, at least 2
  /// @param earlier `double[day][asset]`, `settings.window()` days, finite; only read
  /// @param later the same of the days after
  /// @param draw makes the permutations of one comparison differ from those of another
  /// @throws IllegalArgumentException naming an asset that did not move within a window
  public static CorrelationBreak between(
      List<String> assets,
      double[][] earlier,
      double[][] later,
      BreakSettings settings,
      long draw) {
    if (earlier.length != settings.window() || later.length != settings.window()) {
      throw new IllegalArgumentException(
          "windows must have %d days each, but had %d and %d"
              .formatted(settings.window(), earlier.length, later.length));
    }
    double[][] days = new double[2 * settings.window()][];
    System.arraycopy(standardised(assets, earlier), 0, days, 0, settings.window());
    System.arraycopy(standardised(assets, later), 0, days, settings.window(), settings.window());
    Halves halves = new Halves(days);
    double distance = halves.distance();
    double[] law = law(halves, days, settings, Philox.seeded(settings.seed() * 1_000_003 + draw));
    long further = Arrays.stream(law).filter(other -> other >= distance).count();
    double all = law.length + 1;
    double pValue = (1 + further) / all;
    Arrays.sort(law);
    int spared = (int) Math.floor(settings.level() * all + 1e-9) - 1;
    double threshold = law[law.length - 1 - spared];
    return new CorrelationBreak(distance, threshold, pValue, distance > threshold);
  }

  private static double[] law(
      Halves halves, double[][] days, BreakSettings settings, Philox chance) {
    int block = settings.block();
    int[] places = new int[days.length / block];
    double[] law = new double[settings.permutations()];
    for (int draw = 0; draw < law.length; draw++) {
      chance.order(places);
      for (int day = 0; day < settings.window(); day++) {
        halves.first[day] = days[places[day / block] * block + day % block];
      }
      law[draw] = halves.distance();
    }
    return law;
  }

  private static double[][] standardised(List<String> assets, double[][] window) {
    int n = assets.size();
    double[][] z = new double[window.length][n];
    for (int i = 0; i < n; i++) {
      double mean = 0;
      for (double[] row : window) {
        mean += row[i] / window.length;
      }
      double squares = 0;
      double most = 0;
      for (double[] row : window) {
        squares += (row[i] - mean) * (row[i] - mean);
        most = Math.max(most, Math.abs(row[i]));
      }
      double deviation = Math.sqrt(squares / window.length);
      if (!(deviation > 1e-13 * most)) {
        throw new IllegalArgumentException(
            "every asset must move for a correlation, but \"%s\" had %d equal returns; leave it out"
                .formatted(assets.get(i), window.length));
      }
      for (int day = 0; day < window.length; day++) {
        z[day][i] = (window[day][i] - mean) / deviation;
      }
    }
    return z;
  }

  /// Two halves of all days; the second is always what the first leaves over, so one product of
  /// matrices serves both.
  private static final class Halves {
    private final double[][] first;
    private final double[][] total;
    private final double[] totalSums;
    private final double[][] product;
    private final double[] sums;
    private final double[] scale;
    private final double[] otherScale;

    Halves(double[][] days) {
      int n = days[0].length;
      first = Arrays.copyOf(days, days.length / 2);
      total = CrossProduct.of(days);
      totalSums = new double[n];
      product = new double[n][n];
      sums = new double[n];
      scale = new double[n];
      otherScale = new double[n];
      addSums(days, totalSums);
    }

    private static void addSums(double[][] days, double[] sums) {
      for (double[] row : days) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += row[i];
        }
      }
    }

    double distance() {
      int n = sums.length;
      double days = first.length;
      for (double[] row : product) {
        Arrays.fill(row, 0);
      }
      Arrays.fill(sums, 0);
      CrossProduct.addUpper(first, product);
      addSums(first, sums);
      for (int i = 0; i < n; i++) {
        double other = totalSums[i] - sums[i];
        scale[i] = inverseRoot(product[i][i] - sums[i] * sums[i] / days);
        otherScale[i] = inverseRoot(total[i][i] - product[i][i] - other * other / days);
      }
      double squares = 0;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          double own = product[i][j] - sums[i] * sums[j] / days;
          double others =
              total[i][j]
                  - product[i][j]
                  - (totalSums[i] - sums[i]) * (totalSums[j] - sums[j]) / days;
          double change = own * scale[i] * scale[j] - others * otherScale[i] * otherScale[j];
          squares = Math.fma(change, change, squares);
        }
      }
      return Math.sqrt(squares / (n * (n - 1.0) / 2));
    }

    /// An asset that moves on a few days only may stand still in one half; it correlates with
    /// nothing there. Sums of squares of standardised days are of the order of the days, so what is
    /// below this is rounding.
    private static double inverseRoot(double squares) {
      return squares > 1e-9 ? 1 / Math.sqrt(squares) : 0;
    }
  }
}
