package quorate.features.covariance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Returns of several assets over the same periods, checked and immutable.
///
/// `double[day][asset]`, oldest day first, as fractions (0.01 is one percent), one row per period,
/// here called day. Every value is finite: an asset that was not traded yet has no place in the
/// matrix, since estimating pair by pair where both exist gives matrices that no data could have.
public final class Returns {
  private final List<String> assets;
  private final double periodsPerYear;
  private final double[][] values;

  private Returns(List<String> assets, double periodsPerYear, double[][] values) {
    this.assets = assets;
    this.periodsPerYear = periodsPerYear;
    this.values = values;
  }

  /// @param assets a name for each column, all different
  /// @param periodsPerYear 252 for days of an exchange, 365 for days round the clock; positive
  /// @param returns `double[day][asset]`, at least two days; copied
  /// @throws IllegalArgumentException naming the day, the asset and the value that breaks a rule
  public static Returns of(List<String> assets, double periodsPerYear, double[][] returns) {
    List<String> names = checkNames(assets);
    checkPeriods(periodsPerYear);
    if (returns.length < 2) {
      throw new IllegalArgumentException(
          "a covariance needs at least 2 days of returns, but was given " + returns.length);
    }
    double[][] values = new double[returns.length][];
    for (int day = 0; day < returns.length; day++) {
      values[day] = returns[day].clone();
      check(values[day], names, day);
    }
    return new Returns(names, periodsPerYear, values);
  }

  /// Simple returns p[t] / p[t − 1] − 1 of adjusted prices.
  ///
  /// @param prices `double[day][asset]`, positive, oldest first, at least three days; only read
  /// @throws IllegalArgumentException naming the day, the asset and the value that breaks a rule
  public static Returns ofPrices(List<String> assets, double periodsPerYear, double[][] prices) {
    List<String> names = checkNames(assets);
    double[][] returns = new double[Math.max(prices.length - 1, 0)][names.size()];
    for (int day = 0; day < prices.length; day++) {
      checkLength(prices[day], names, day, "prices");
      for (int i = 0; i < names.size(); i++) {
        double price = prices[day][i];
        if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
          throw new IllegalArgumentException(
              "price must be positive and finite, but was %s (asset \"%s\", day %d)"
                  .formatted(price, names.get(i), day));
        }
        if (day > 0) {
          returns[day - 1][i] = price / prices[day - 1][i] - 1;
        }
      }
    }
    return of(names, periodsPerYear, returns);
  }

  public List<String> assets() {
    return assets;
  }

  public int days() {
    return values.length;
  }

  /// How many periods a year has, for annualising.
  public double periodsPerYear() {
    return periodsPerYear;
  }

  /// The return of an asset on a day, 0 the oldest.
  public double at(int day, int asset) {
    return values[day][asset];
  }

  /// One return per asset on a day, 0 the oldest; a copy.
  public double[] onDay(int day) {
    return values[day].clone();
  }

  /// The row of a day; shared, never changed.
  double[] row(int day) {
    return values[day];
  }

  /// A new `double[day][asset]` of the returns less each asset's mean.
  ///
  /// The mean is corrected by the mean of what is left, so that an asset that never moves is left
  /// with exact zeros.
  double[][] centred() {
    double[] means = new double[assets.size()];
    addMeans(values, means);
    double[][] centred = new double[values.length][means.length];
    for (int pass = 0; pass < 2; pass++) {
      for (int day = 0; day < values.length; day++) {
        for (int i = 0; i < means.length; i++) {
          centred[day][i] = values[day][i] - means[i];
        }
      }
      if (pass == 0) {
        addMeans(centred, means);
      }
    }
    return centred;
  }

  private static void addMeans(double[][] values, double[] means) {
    double[] sums = new double[means.length];
    for (double[] row : values) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] += sums[i] / values.length;
    }
  }

  static List<String> checkNames(List<String> assets) {
    List<String> names = List.copyOf(assets);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a covariance needs at least 1 asset, but was given 0");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank() || !seen.add(name)) {
        throw new IllegalArgumentException(
            "names of assets must be different and not blank, but there is \"%s\"%s"
                .formatted(name, name.isBlank() ? "" : " twice"));
      }
    }
    return names;
  }

  static void checkPeriods(double periodsPerYear) {
    if (!(periodsPerYear > 0) || periodsPerYear == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "periods per year must be positive and finite, but was " + periodsPerYear);
    }
  }

  /// @throws IllegalArgumentException when the row is not one finite return per asset
  public static void check(double[] row, List<String> assets, long day) {
    checkLength(row, assets, day, "returns");
    for (int i = 0; i < row.length; i++) {
      if (!Double.isFinite(row[i])) {
        throw new IllegalArgumentException(
            "return must be finite, but was %s (asset \"%s\", day %d)"
                .formatted(row[i], assets.get(i), day));
      }
    }
  }

  private static void checkLength(double[] row, List<String> assets, long day, String what) {
    if (row.length != assets.size()) {
      throw new IllegalArgumentException(
          "day %d must have %d %s, one per asset, but had %d"
              .formatted(day, assets.size(), what, row.length));
    }
  }
}
