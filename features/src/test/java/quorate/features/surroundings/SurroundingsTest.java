package quorate.features.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.indicator.BarView;
import quorate.features.observation.FeatureSet;
import quorate.features.observation.ObservationBuilder;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;
import quorate.features.text.TextSettings;

/// Bars of five minutes from time 0 on.
class SurroundingsTest {
  private static final Timeframe FIVE = Timeframe.ofMinutes(5);
  private static final long BAR_NS = 300_000_000_000L;

  private static MacroRelease release(String series, int day, long atNs, double value) {
    LocalDate period = LocalDate.of(1970, 1, 1).plusDays(day);
    return new MacroRelease(series, period, atNs, value, Vintage.AS_RELEASED);
  }

  private static TextSignal text(String symbol, long atNs, double sentiment) {
    return new TextSignal(
        atNs, TextSource.NEWS, symbol, sentiment, 1, 1, "", 1, symbol + " at " + atNs);
  }

  private static Surroundings macro(MacroRelease... releases) {
    return Surroundings.none().withMacro(List.of(releases), Set.of("DGS10", "DGS2"));
  }

  private static Surroundings texts(TextSignal... signals) {
    return Surroundings.none().withTexts(List.of(signals), TextSettings.defaults());
  }

  private static FeatureSet features(Surroundings surroundings, String... columns) {
    return new FeatureSet(FIVE, ZoneOffset.UTC, surroundings.of("ACME"), columns);
  }

  /// The values of the columns at each bar; NaN where one is not ready.
  private static List<double[]> rows(FeatureSet features, int bars) {
    List<double[]> rows = new ArrayList<>();
    for (BarView bar : SyntheticBars.of(7, bars)) {
      features.update(bar);
      rows.add(row(features));
    }
    return rows;
  }

  private static double[] row(FeatureSet features) {
    double[] row = new double[features.columns().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = features.ready(i) ? features.value(i) : Double.NaN;
    }
    return row;
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 3"})
  void showsAReleaseFromItsTimeOnAndNotANanosecondBefore(long lateNs, int firstBar) {
    ObservationBuilder builder =
        new ObservationBuilder(
            0,
            View.of(FIVE, "macro(dgs10)"),
            features(macro(release("DGS10", 0, 2 * BAR_NS + lateNs, 4.25))));

    int bar = 0;
    for (BarView closed : SyntheticBars.of(1, 5)) {
      builder.update(closed);
      assertThat(builder.ready()).isEqualTo(++bar >= firstBar);
    }

    assertThat(builder.observe().latest(0)).isEqualTo(4.25f);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 0, 1"})
  void countsATextFromItsTimeOnAndNotANanosecondBefore(long lateNs, double second, double third) {
    FeatureSet features =
        features(texts(text("ACME", 2 * BAR_NS + lateNs, 0.5)), "text(count)", "text(sentiment)");

    List<double[]> rows = rows(features, 3);

    assertThat(rows.get(0)).containsExactly(0, 0);
    assertThat(rows.get(1)[0]).isEqualTo(second);
    // One text of weight 1 beside the prior of 1 halves its sentiment.
    assertThat(rows.get(1)[1]).isEqualTo(0.25 * second);
    assertThat(rows.get(2)[0]).isEqualTo(third);
  }

  @Test
  void standsWhereverAFeatureMay() {
    Surroundings surroundings =
        macro(
                release("DGS10", 0, 0, 4),
                release("DGS2", 0, 0, 5),
                release("DGS10", 1, 3 * BAR_NS, 6))
            .withTexts(List.of(text("ACME", BAR_NS, 1)), TextSettings.defaults());
    FeatureSet features =
        features(
            surroundings,
            "macro(term_spread)",
            "sma(macro(minus(dgs10, dgs2)), 2)",
            "gap(macro(dgs10), macro(dgs2))",
            "lag(text(count), 1)",
            "sma(text(count), 2)");

    List<double[]> rows = rows(features, 3);

    assertThat(rows.get(0)).containsExactly(-1, Double.NaN, -0.2, Double.NaN, Double.NaN);
    assertThat(rows.get(1)).containsExactly(-1, -1, -0.2, 1, 0.5);
    assertThat(rows.get(2)[0]).isEqualTo(1);
    assertThat(rows.get(2)[1]).isZero(); // (−1 + 1) / 2
    assertThat(rows.get(2)[2]).isCloseTo(0.2, within(1e-15));
    assertThat(rows.get(2)[3]).isZero();
  }

  @Test
  void countsInTheFirstBarOnlyWhatCameWithinIt() {
    List<BarView> later = SyntheticBars.of(1, 3).subList(2, 3);
    FeatureSet features =
        features(
            texts(text("ACME", 1, 1), text("ACME", 2 * BAR_NS, 1), text("ACME", 2 * BAR_NS + 1, 1)),
            "text(count)",
            "text(intensity)");

    features.update(later.getFirst());

    assertThat(features.value(0)).isEqualTo(1);
    assertThat(features.value(1)).isGreaterThan(2.9); // earlier ones have hardly faded
  }

  @Test
  void readsTheTextsOfItsOwnSymbolOnly() {
    FeatureSet features =
        features(texts(text("OTHER", 1, 1), text("", 2, 1), text("ACME", 3, -1)), "text(count)");

    assertThat(rows(features, 1).getFirst()).containsExactly(1);
    assertThat(rows(features(texts(text("OTHER", 1, 1)), "text(count)"), 1).getFirst())
        .containsExactly(0);
  }

  @Test
  void goesOnBitForBitFromAStateSavedAtAnyBar() {
    List<MacroRelease> releases = new ArrayList<>();
    List<TextSignal> signals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      releases.add(release(i % 2 == 0 ? "DGS10" : "DGS2", i / 2, i * BAR_NS * 2 / 3, i * i % 7));
      signals.add(text("ACME", i * BAR_NS * 3 / 5, Math.sin(i)));
    }
    Surroundings all =
        Surroundings.none()
            .withMacro(releases, Set.of("DGS10", "DGS2"))
            .withTexts(signals, TextSettings.defaults());
    String[] columns = {
      "macro(change(dgs10, 2))",
      "ema(macro(term_spread), 3)",
      "text(sentiment)",
      "sma(text(count), 2)",
      "text(novelty)"
    };
    List<BarView> bars = SyntheticBars.of(7, 30);
    List<double[]> unbroken = rows(features(all, columns), 30);

    for (int cut = 0; cut <= 30; cut++) {
      FeatureSet first = features(all, columns);
      bars.subList(0, cut).forEach(first::update);
      FeatureSet resumed = features(all, columns);
      StateCodec.load(StateCodec.save(first), resumed);

      for (int i = cut; i < 30; i++) {
        resumed.update(bars.get(i));
        assertThat(row(resumed)).isEqualTo(unbroken.get(i));
        first.update(bars.get(i)); // saving has changed nothing
        assertThat(row(first)).isEqualTo(unbroken.get(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "macro(dgs10)|macro must be given releases of economic series, but there are none; set"
            + " data.macro to their files (feature \"macro(dgs10)\")",
        "sma(text(mean), 3)|text must be given signals of texts, but there are none; set data.texts"
            + " to their files (feature \"sma(text(mean), 3)\")",
        "macro()|macro must have 1 argument (feature), but had 0 (feature \"macro()\")",
      })
  void saysWhatToDoWithoutSurroundings(String feature, String message) {
    assertThatThrownBy(() -> features(Surroundings.none(), feature)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "macro(dgs1)|\"DGS1\" does not; did you mean \"dgs10\"?",
        "macro(term_spred)|did you mean \"term_spread\"?",
        "macro(yoy(cpiaucsl))|\"CPIAUCSL\" does not",
        "text(sentimnt)|did you mean \"sentiment\"?",
        "text(sma(3))|a text feature must be one of",
        "text(mean).upper|text must have no output named",
      })
  void namesTheNearestOfAnUnknownName(String feature, String part) {
    Surroundings surroundings = macro().withTexts(List.of(), TextSettings.defaults());

    assertThatThrownBy(() -> features(surroundings, feature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageEndingWith("(feature \"" + feature + "\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"macro(dgs10)", "macro(term_spread)", "macro(surprise(growth(cpiaucsl), 12))"})
  void takesWhatIsPromisedForWhatItMayBe(String feature) {
    assertThat(features(Surroundings.promised(true, false), feature).columns())
        .containsExactly(feature);
  }

  @ParameterizedTest
  @ValueSource(strings = {"macro(yoy(dgs10, 2))", "macro(minus(dgs10))", "text(mean)"})
  void refusesOfWhatIsPromisedWhatItCannotBe(String feature) {
    assertThatThrownBy(() -> features(Surroundings.promised(true, false), feature))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhatFeaturesLookAt() {
    assertThat(SurroundingKind.in(List.of("close", "sma(macro(dgs10), 3)")))
        .containsExactly(SurroundingKind.MACRO);
    assertThat(SurroundingKind.in(List.of("add(text(mean), macro(dgs2))")))
        .containsExactly(SurroundingKind.MACRO, SurroundingKind.TEXT);
    assertThat(SurroundingKind.in(List.of("rsi(14)"))).isEmpty();
  }
}
