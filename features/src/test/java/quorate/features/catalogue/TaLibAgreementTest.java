package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.Timeframe;
import quorate.features.observation.FeatureSet;
import quorate.features.series.TaLibFixture;

/// Every indicator that TA-Lib has, against TA-Lib 0.8.2 on three synthetic and two real series of
/// 5,000 bars: 1e-9 relative or 1e-12 absolute, whichever is looser, from the first value on.
class TaLibAgreementTest {
  private static final List<String> GROUPS =
      List.of(
          "averages",
          "channels",
          "prices",
          "momentum",
          "oscillators",
          "trends",
          "pressure",
          "volume",
          "volatility",
          "cycles",
          "statistics",
          "mathematics");

  static Stream<Arguments> seriesAndGroups() {
    return Stream.of("trend", "noise", "constants", "sp500-days", "sp500-hours")
        .flatMap(series -> GROUPS.stream().map(group -> Arguments.of(series, group)));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("seriesAndGroups")
  void agreesFromTheFirstValueOn(String series, String group) {
    TaLibFixture fixture = TaLibFixture.read(series, group);
    FeatureSet features =
        new FeatureSet(Timeframe.ofMinutes(5), fixture.columns().toArray(String[]::new));

    int compared = 0;
    int row = 0;
    for (int bar = 0; bar < fixture.bars().size(); bar++) {
      features.update(fixture.bars().get(bar));
      if (row < fixture.rows().size() && fixture.barOf().get(row) == bar) {
        compared += compare(series, fixture, features, row);
        row++;
      }
    }

    // All rows of all columns, but for warm-up and where TA-Lib's values are rounding errors.
    assertThat(compared).isGreaterThan(fixture.rows().size() * fixture.columns().size() / 2);
  }

  private static int compare(String series, TaLibFixture fixture, FeatureSet features, int row) {
    double[] expected = fixture.rows().get(row);
    int bar = fixture.barOf().get(row);
    int compared = 0;
    for (int column = 0; column < expected.length; column++) {
      String name = fixture.columns().get(column);
      if (!fixture.otherWarmUp().contains(name)) {
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
