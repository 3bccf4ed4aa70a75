package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.Timeframe;
import quorate.features.observation.FeatureSet;
import quorate.features.series.TaLibFixture;

/// Every indicator that TA-Lib has, against TA-Lib 0.8.2: 1e-9 relative or 1e-12 absolute,
/// whichever is looser.
class TaLibAgreementTest {
  /// TA-Lib gives the DIs before the ADX that ours come with, and no first true range.
  private static final Set<String> OTHER_WARM_UP =
      Set.of("adx(14).plus_di", "adx(14).minus_di", "true_range");

  @ParameterizedTest
  @ValueSource(strings = {"trend", "noise", "constants"})
  void agreesFromTheFirstValueOn(String series) {
    TaLibFixture fixture = TaLibFixture.read(series);
    FeatureSet features =
        new FeatureSet(Timeframe.ofMinutes(5), fixture.columns().toArray(String[]::new));

    int compared = 0;
    int row = 0;
    for (int bar = 0; bar < fixture.bars().size(); bar++) {
      features.update(fixture.bars().get(bar));
      if (row < fixture.rows().size() && fixture.barOf().get(row) == bar) {
        compared +=
            compare(series, features, fixture.columns().size(), bar, fixture.rows().get(row));
        row++;
      }
    }

    // 725 rows of 28 columns, but for warm-up.
    assertThat(compared).isGreaterThan(19_000);
  }

  private static int compare(
      String series, FeatureSet features, int columns, int bar, double[] expected) {
    int compared = 0;
    for (int column = 0; column < columns; column++) {
      String name = features.columns().get(column);
      if (!OTHER_WARM_UP.contains(name)) {
        assertThat(features.ready(column))
            .as("%s ready at bar %d of %s", name, bar, series)
            .isEqualTo(!Double.isNaN(expected[column]));
      }
      if (features.ready(column) && !Double.isNaN(expected[column])) {
        compared++;
        double ours = features.value(column);
        double off = Math.abs(ours - expected[column]);
        if (!(off <= Math.max(1e-12, 1e-9 * Math.abs(expected[column])))) {
          throw new AssertionError(
              "%s at bar %d of %s must be %s, but was %s"
                  .formatted(name, bar, series, expected[column], ours));
        }
      }
    }
    return compared;
  }
}
