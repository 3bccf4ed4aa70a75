package quorate.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.TextFingerprint;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.features.asof.DatedFeature;

class SymbolTextsTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final TextSettings NO_PRIOR = new TextSettings(Duration.ofHours(4), 256, 0);

  @Test
  void pinsItsDefaults() {
    assertThat(TextSettings.defaults()).isEqualTo(new TextSettings(Duration.ofHours(4), 256, 1));
  }

  /// Weights 0.5 and 1.5: (0.5·1 − 1.5·0.2) / 2 = 0.1.
  @Test
  void weighsByConfidenceRelevanceAndInfluence() {
    SymbolTexts texts = new SymbolTexts("A", NO_PRIOR);
    texts.signal(signal(HOUR, 1, 0.5, 1, 1, "a"));
    texts.signal(signal(HOUR, -0.2, 1, 0.5, 3, "b"));
    texts.asOf(HOUR);

    assertThat(texts.value(TextFeature.MEAN)).isCloseTo(0.1, within(1e-15));
    assertThat(texts.value(TextFeature.BAR_MEAN)).isCloseTo(0.1, within(1e-15));
    assertThat(texts.value(TextFeature.COUNT)).isEqualTo(2);
  }

  /// After one half-life 1 text counts a half, after two a quarter: 0.5 / (0.5 + 1), 0.25 / 1.25.
  @Test
  void letsSentimentFadeByHalfEveryHalfLifeTowardsNothing() {
    SymbolTexts texts = new SymbolTexts("A", TextSettings.defaults());
    texts.signal(signal(0, 1, 1, 1, 1, "a"));
    texts.asOf(0);
    assertThat(texts.value(TextFeature.SENTIMENT)).isEqualTo(0.5);
    texts.asOf(4 * HOUR);
    assertThat(texts.value(TextFeature.SENTIMENT)).isCloseTo(0.5 / 1.5, within(1e-15));
    assertThat(texts.value(TextFeature.INTENSITY)).isEqualTo(0.5);
    texts.asOf(8 * HOUR);
    assertThat(texts.value(TextFeature.SENTIMENT)).isCloseTo(0.25 / 1.25, within(1e-15));
    assertThat(texts.value(TextFeature.MEAN)).isEqualTo(1);
    texts.asOf(1_000_000 * HOUR);
    assertThat(texts.value(TextFeature.SENTIMENT)).isZero();
  }

  /// An old +1, faded to a half, and a new −1: (0.5 − 1) / 1.5.
  @Test
  void countsAnOlderTextForLess() {
    SymbolTexts texts = new SymbolTexts("A", NO_PRIOR);
    texts.signal(signal(0, 1, 1, 1, 1, "a"));
    texts.signal(signal(4 * HOUR, -1, 1, 1, 1, "b"));
    texts.asOf(4 * HOUR);

    assertThat(texts.value(TextFeature.MEAN)).isCloseTo(-1 / 3.0, within(1e-15));
    assertThat(texts.value(TextFeature.BAR_MEAN)).isZero();
  }

  @Test
  void measuresHowFarTheTextsDisagree() {
    SymbolTexts texts = new SymbolTexts("A", NO_PRIOR);
    texts.signal(signal(0, 0.5, 1, 1, 1, "a"));
    texts.signal(signal(0, -0.5, 1, 1, 1, "b"));
    texts.asOf(0);

    assertThat(texts.value(TextFeature.DISPERSION)).isEqualTo(0.5);
  }

  @Test
  void beginsANewBarAfterEveryLook() {
    SymbolTexts texts = new SymbolTexts("A", NO_PRIOR);
    texts.signal(signal(1, 1, 1, 1, 1, "a"));
    texts.asOf(5);
    texts.asOf(5);
    assertThat(texts.value(TextFeature.COUNT)).isEqualTo(1);
    texts.asOf(6);

    assertThat(texts.value(TextFeature.COUNT)).isZero();
    assertThat(texts.value(TextFeature.BAR_MEAN)).isZero();
    assertThat(texts.value(TextFeature.NOVELTY)).isZero();
  }

  @Test
  void knowsRepetitionByFingerprintOrId() {
    TextFingerprint first = new TextFingerprint(0x0123456789abcdefL, 42);
    TextFingerprint near = new TextFingerprint(0x0123456789abcdefL ^ 0xffL, 42); // 8 bits of 128
    TextFingerprint stranger = new TextFingerprint(~0x0123456789abcdefL, 42);

    assertThat(novelty(first.mark("1"), first.mark("2"))).containsExactly(1.0, 0.0);
    assertThat(novelty(first.mark("1"), near.mark("2")).getLast())
        .isCloseTo(1 - Math.cos(Math.PI / 16), within(1e-12));
    assertThat(novelty(first.mark("1"), stranger.mark("1"))).containsExactly(1.0, 1.0);
    assertThat(novelty("1", "2", "1")).containsExactly(1.0, 1.0, 0.0);
  }

  @Test
  void forgetsTextsBeyondItsMemory() {
    SymbolTexts texts = new SymbolTexts("A", new TextSettings(Duration.ofHours(4), 2, 0));
    for (String id : List.of("a", "b", "c")) {
      texts.signal(signal(0, 0, 1, 1, 1, id));
    }
    texts.asOf(1);
    texts.signal(signal(2, 0, 1, 1, 1, "a"));
    texts.asOf(2);

    assertThat(texts.value(TextFeature.NOVELTY)).isEqualTo(1);
  }

  @Test
  void isReadyFromTheFirstLookOn() {
    SymbolTexts texts = new SymbolTexts("A", TextSettings.defaults());
    DatedFeature count = texts.feature(TextFeature.COUNT);
    assertThat(count.ready()).isFalse();
    texts.signal(signal(-1, 1, 1, 1, 1, "a"));
    texts.asOf(-1);
    assertThat(count.ready()).isTrue();
    assertThat(count.value()).isEqualTo(1);
  }

  @Test
  void hasNothingToCountWithoutTexts() {
    SymbolTexts texts = new SymbolTexts("A", TextSettings.defaults());
    texts.asOf(0);

    assertThat(texts.ready()).isTrue();
    for (TextFeature feature : TextFeature.values()) {
      assertThat(texts.value(feature)).isZero();
    }
  }

  @Test
  void refusesASignalDatedAfterItsUse() {
    SymbolTexts texts = new SymbolTexts("A", TextSettings.defaults());
    texts.signal(signal(HOUR, 1, 1, 1, 1, "a"));

    assertThatThrownBy(() -> texts.asOf(HOUR - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a signal must not be used before its asOf, but one of 1970-01-01T01:00:00Z was taken in for a look at 1970-01-01T00:59:59.999999999Z (symbol \"A\"); hand signals over when their time has come");
  }

  @Test
  void refusesASignalThatComesTooLate() {
    SymbolTexts texts = new SymbolTexts("A", TextSettings.defaults());
    texts.asOf(HOUR);

    assertThatThrownBy(() -> texts.signal(signal(HOUR, 1, 1, 1, 1, "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a signal must come before anybody looks at its time or later, but one of 1970-01-01T01:00:00Z came after 1970-01-01T01:00:00Z (symbol \"A\", text \"a\"); sort signals by asOf, or stamp a late one with the time of its receipt");
  }

  @Test
  void sendsSignalsToTheirSymbolsAndPassesOverOthers() {
    TextFeatures features = new TextFeatures(List.of("A", ""), TextSettings.defaults());
    features.signal(signal(1, 1, 1, 1, 1, "a"));
    features.signal(new TextSignal(2, TextSource.NEWS, "", 1, 1, 1, "", 1, "b"));
    features.signal(new TextSignal(3, TextSource.NEWS, "B", 1, 1, 1, "", 1, "c"));
    features.asOf(3);

    assertThat(features.of("A").value(TextFeature.COUNT)).isEqualTo(1);
    assertThat(features.of("").value(TextFeature.COUNT)).isEqualTo(1);
    assertThatThrownBy(() -> features.of("B"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("symbol must be one of [, A], but was \"B\"");
  }

  @Test
  void refusesAFeatureAndSettingsThatAreNone() {
    assertThat(TextFeatures.feature("bar_mean")).isSameAs(TextFeature.BAR_MEAN);
    assertThatThrownBy(() -> TextFeatures.feature("sentimant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but was \"sentimant\"; did you mean \"sentiment\"?");
    assertThatThrownBy(() -> new TextSettings(Duration.ZERO, 1, 0))
        .hasMessage("half_life of texts must be positive, but was PT0S");
    assertThatThrownBy(() -> new TextSettings(Duration.ofHours(1), 0, 0))
        .hasMessage("memory of texts must be from 1 to 4096, but was 0");
    assertThatThrownBy(() -> new TextSettings(Duration.ofHours(1), 1, Double.NaN))
        .hasMessage("prior of texts must be 0 or more and finite, but was NaN");
  }

  private static List<Double> novelty(String... ids) {
    SymbolTexts texts = new SymbolTexts("A", NO_PRIOR);
    List<Double> novelties = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      texts.signal(signal(i, 0, 1, 1, 1, ids[i]));
      texts.asOf(i);
      novelties.add(texts.value(TextFeature.NOVELTY));
    }
    return novelties;
  }

  private static TextSignal signal(
      long asOfNs,
      double sentiment,
      double confidence,
      double relevance,
      double influence,
      String textId) {
    return new TextSignal(
        asOfNs, TextSource.X, "A", sentiment, confidence, relevance, "", influence, textId);
  }
}
