package quorate.features.covariance;

import java.util.List;
import quorate.features.matrix.Symmetric;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// [ExponentialCovariance] day by day; its state saves and loads exactly. One thread.
///
/// An update is n²/2 multiply-adds and allocates nothing. Kept are the sum of weights W, the
/// weighted mean e, the plain mean m and the sum M of weighted squares about e, which with a new
/// day x becomes decay·M + (1 − 1/W)(x − e)(x − e)ᵀ: a sum of squares only, so nothing cancels and
/// no variance turns negative. The covariance about another centre c is M/W + (e − c)(e − c)ᵀ.
///
/// Source: T. Finch, *Incremental calculation of weighted mean and variance* (2009), section 9.
public final class ExponentialCovarianceStream implements Stateful {
  private final ExponentialCovariance settings;
  private final List<String> assets;
  private final double periodsPerYear;
  private final double[] weightedMean;
  private final double[] plainMean;
  private final double[] deviation;
  private final double[][] squares; // the upper triangle
  private double weights;
  private long days;

  /// @param assets a name for each column, all different
  /// @param periodsPerYear for annualising, positive
  public ExponentialCovarianceStream(
      ExponentialCovariance settings, List<String> assets, double periodsPerYear) {
    this.settings = settings;
    this.assets = Returns.checkNames(assets);
    Returns.checkPeriods(periodsPerYear);
    this.periodsPerYear = periodsPerYear;
    int n = assets.size();
    this.weightedMean = new double[n];
    this.plainMean = new double[n];
    this.deviation = new double[n];
    this.squares = new double[n][n];
  }

  /// Takes a day in.
  ///
  /// @param returns one per asset, finite; only read
  /// @throws IllegalArgumentException naming the asset, the day and the value; nothing is taken in
  public void update(double[] returns) {
    Returns.check(returns, assets, days);
    days++;
    weights = Math.fma(settings.decay(), weights, 1);
    double share = 1 / weights;
    for (int i = 0; i < returns.length; i++) {
      double away = returns[i] - weightedMean[i];
      deviation[i] = away;
      weightedMean[i] = Math.fma(away, share, weightedMean[i]);
      plainMean[i] += (returns[i] - plainMean[i]) / days;
    }
    for (int i = 0; i < returns.length; i++) {
      fade(squares[i], settings.decay(), (1 - share) * deviation[i], deviation, i);
    }
  }

  private static void fade(
      double[] row, double decay, double factor, double[] deviation, int from) {
    for (int j = from; j < row.length; j++) {
      row[j] = Math.fma(factor, deviation[j], decay * row[j]);
    }
  }

  /// After two days; an estimate worth its name needs more days than assets.
  public boolean ready() {
    return days >= 2;
  }

  public long days() {
    return days;
  }

  /// The covariance per day as of the last one taken in.
  ///
  /// @throws IllegalStateException before it is [#ready]
  public Covariance covariance() {
    double[][] matrix = new double[assets.size()][assets.size()];
    read(matrix);
    return Covariance.estimated(assets, periodsPerYear, matrix);
  }

  /// The same into an array of the caller, without allocating.
  ///
  /// @param into `double[asset][asset]`
  /// @throws IllegalStateException before it is [#ready]
  public void read(double[][] into) {
    if (!ready()) {
      throw new IllegalStateException(
          "a covariance needs at least 2 days of returns, but had " + days);
    }
    double share = 1 / weights;
    for (int i = 0; i < into.length; i++) {
      double away = offCentre(i);
      for (int j = i; j < into.length; j++) {
        into[i][j] = Math.fma(away, offCentre(j), squares[i][j] * share);
      }
    }
    Symmetric.mirrorUpper(into);
  }

  private double offCentre(int i) {
    return switch (settings.centre()) {
      case MEAN -> weightedMean[i] - plainMean[i];
      case WEIGHTED_MEAN -> 0;
      case ZERO -> weightedMean[i];
    };
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark(
        "exponential covariance, decay %s, %s"
            .formatted(settings.decay(), String.join(", ", assets)));
    weights = codec.real(weights);
    days = codec.whole(days);
    codec.reals(weightedMean);
    codec.reals(plainMean);
    for (double[] row : squares) {
      codec.reals(row);
    }
  }
}
