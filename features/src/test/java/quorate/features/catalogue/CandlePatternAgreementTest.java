package quorate.features.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.pattern.CandleMeasure;
import quorate.features.indicator.pattern.CandleRange;
import quorate.features.indicator.pattern.CandleSetting;
import quorate.features.indicator.pattern.CandleSettings;
import quorate.features.indicator.pattern.PatternDefinition;
import quorate.features.indicator.pattern.Patterns;
import quorate.features.naive.NaiveIndicators;
import quorate.features.series.CandleFixture;
import quorate.features.series.NaiveBars;
import quorate.features.series.TaLibFixture;

/// Every candlestick pattern equals TA-Lib 0.8.2 at every one of 5,000 bars of three synthetic and
/// two real series and 15,000 of drawn shapes, at its defaults, at other windows, factors and
/// penetrations, and with other ranges averaged.
class CandlePatternAgreementTest {
  private static final int SHAPES_BARS = 15_000;
  private static final double OTHER_PENETRATION = 0.4;

  @ParameterizedTest
  @ValueSource(strings = {"trend", "noise", "constants", "shapes", "sp500-days", "sp500-hours"})
  void equalsTaLibAtEveryBar(String series) {
    List<BarView> bars = TaLibFixture.bars(series);
    for (CandleFixture fixture : CandleFixture.read(series, bars.size())) {
      Indicator pattern = create(fixture);
      assertThat(pattern.warmUp()).as(fixture.pattern()).isEqualTo(fixture.first() + 1);
      List<Integer> ours = new ArrayList<>();
      for (BarView bar : bars) {
        pattern.update(bar);
        ours.add(pattern.ready() ? (int) pattern.value() : 0);
      }
      assertThat(ours)
          .as("%s, setting %s, of %s", fixture.pattern(), fixture.setting(), series)
          .isEqualTo(fixture.values());
    }
  }

  /// On the series where every pattern is seen; the laws run it over others.
  @Test
  void holdsTheDefinitionsWrittenDownNaively() {
    NaiveBars bars = NaiveBars.of(TaLibFixture.bars("shapes"));
    Map<String, Function<NaiveBars, double[]>> naive = NaiveIndicators.all();

    for (CandleFixture fixture : CandleFixture.read("shapes", SHAPES_BARS)) {
      if (fixture.setting().equals("usual")) {
        double[] values = requireNonNull(naive.get(fixture.pattern() + ".value")).apply(bars);
        List<Integer> rounded =
            Arrays.stream(values).mapToObj(v -> Double.isNaN(v) ? 0 : (int) v).toList();
        assertThat(rounded).as(fixture.pattern()).isEqualTo(fixture.values());
      }
    }
  }

  private static Indicator create(CandleFixture fixture) {
    IndicatorEntry entry =
        requireNonNull(IndicatorCatalogue.find(fixture.pattern()), fixture.pattern());
    return switch (fixture.setting()) {
      case "usual" -> entry.create();
      case "other" ->
          entry.create(
              entry.parameters().stream().mapToDouble(CandlePatternAgreementTest::other).toArray());
      case "rotated" -> rotated(fixture.pattern());
      default -> throw new IllegalArgumentException(fixture.setting());
    };
  }

  private static double other(Parameter parameter) {
    double usual = parameter.defaultValue();
    if (parameter.name().equals("penetration")) {
      return OTHER_PENETRATION;
    }
    if (parameter.name().endsWith("_factor")) {
      return usual * 1.5;
    }
    return usual == 10 ? 7 : usual == 5 ? 6 : 3;
  }

  private static Indicator rotated(String name) {
    CandleSettings settings = CandleSettings.defaults();
    for (CandleMeasure measure : CandleMeasure.values()) {
      CandleSetting usual = measure.usual();
      CandleRange next =
          switch (usual.range()) {
            case REAL_BODY -> CandleRange.HIGH_LOW;
            case HIGH_LOW -> CandleRange.SHADOWS;
            case SHADOWS -> CandleRange.REAL_BODY;
          };
      settings = settings.with(measure, new CandleSetting(next, usual.window(), usual.factor()));
    }
    PatternDefinition pattern =
        Patterns.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return pattern.create(settings, pattern.penetration());
  }

  @Test
  void comparesEveryPatternWhereItIsSeen() {
    Set<String> seen = new HashSet<>();
    for (CandleFixture fixture : CandleFixture.read("shapes", SHAPES_BARS)) {
      if (fixture.setting().equals("usual") && fixture.firings() > 0) {
        seen.add(fixture.pattern());
      }
    }

    assertThat(seen)
        .hasSize(61)
        .containsExactlyInAnyOrderElementsOf(
            Patterns.all().stream().map(PatternDefinition::name).toList());
  }
}
