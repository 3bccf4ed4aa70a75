package quorate.features.correlation;

import java.util.List;
import quorate.features.covariance.Covariance;
import quorate.features.covariance.Returns;
import quorate.features.covariance.SampleCovariance;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Correlation of the last so many days, and its diagnostics, day by day. One thread.
///
/// An update copies a row and allocates nothing; reading works the matrix out anew from the days
/// kept, window · n²/2 multiply-adds, so nothing drifts and the result is that of the batch to the
/// bit. Sums that slide along were rejected: they save little beside the eigenvalues.
public final class RollingCorrelation implements Stateful {
  private final DayRing ring;
  private final double periodsPerYear;
  private final int window;

  /// @param assets a name for each column, at least 2, all different
  /// @param periodsPerYear for annualising the covariance, positive
  /// @param window days, at least 3
  public RollingCorrelation(List<String> assets, double periodsPerYear, int window) {
    if (window < 3) {
      throw new IllegalArgumentException(
          "window must be at least 3 days, but was %d (rolling correlation)".formatted(window));
    }
    this.ring = new DayRing(assets, window);
    this.periodsPerYear = periodsPerYear;
    this.window = window;
  }

  /// Takes a day in.
  ///
  /// @param returns one per asset, finite; copied
  /// @throws IllegalArgumentException naming the asset, the day and the value; nothing is taken in
  public void update(double[] returns) {
    ring.push(returns);
  }

  /// After `window` days.
  public boolean ready() {
    return ring.full();
  }

  public int window() {
    return window;
  }

  /// The sample covariance of the window.
  ///
  /// @throws IllegalStateException before it is [#ready]
  public Covariance covariance() {
    return SampleCovariance.defaults()
        .estimate(Returns.of(ring.assets(), periodsPerYear, ring.oldestFirst()));
  }

  /// @throws IllegalStateException before it is [#ready]
  /// @throws IllegalArgumentException naming an asset that did not move within the window
  public CorrelationDiagnostics diagnostics() {
    return CorrelationDiagnostics.of(covariance().correlation(), window);
  }

  @Override
  public void state(StateCodec codec) {
    ring.state(codec);
  }
}
