package quorate.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.domain.TextFingerprint;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.domain.property.ForAll;
import quorate.domain.property.SharedData;
import quorate.features.asof.InTime;
import quorate.features.state.StateCodec;

/// What holds of the features of any stream of texts.
class TextLawsTest {
  private static final int CASES = 100;
  private static final long BAR_NS = 1_000;
  private static final int BARS = 12;
  private static final TextSettings SETTINGS = new TextSettings(Duration.ofNanos(2_500), 4, 0.5);

  @Test
  void aTextIsVisibleAtItsTimeAndNotANanosecondBefore() {
    ForAll.cases(
        CASES,
        1,
        TextLawsTest::signals,
        signals -> {
          for (TextSignal signal : signals) {
            long before = count(signals, signal.asOfNs() - 1);
            long at = count(signals, signal.asOfNs());
            assertThat(counted(signals, signal.asOfNs() - 1)).isEqualTo(before);
            assertThat(counted(signals, signal.asOfNs())).isEqualTo(at).isGreaterThan(before);
          }
        });
  }

  @Test
  void streamingAgreesWithTheDefinitionWorkedOutAnew() {
    ForAll.cases(
        CASES,
        2,
        TextLawsTest::signals,
        signals -> {
          List<List<Double>> streamed = run(signals, fresh());
          for (int bar = 0; bar < BARS; bar++) {
            List<Double> naive = naive(signals, bar * BAR_NS, (bar + 1) * BAR_NS);
            for (int i = 0; i < naive.size(); i++) {
              assertThat(streamed.get(bar).get(i)).isCloseTo(naive.get(i), within(1e-9));
            }
          }
        });
  }

  @Test
  void laterTextsChangeNoEarlierValue() {
    ForAll.cases(
        CASES,
        3,
        TextLawsTest::signals,
        signals -> {
          int half = BARS / 2;
          List<TextSignal> early =
              signals.stream().filter(each -> each.asOfNs() <= half * BAR_NS).toList();
          assertThat(run(early, fresh()).subList(0, half))
              .isEqualTo(run(signals, fresh()).subList(0, half));
        });
  }

  @Test
  void aSavedStateGoesOnBitForBit() {
    ForAll.cases(
        CASES,
        4,
        TextLawsTest::signals,
        signals -> {
          TextFeatures first = new TextFeatures(List.of("A"), SETTINGS);
          int half = signals.size() / 2;
          signals.subList(0, half).forEach(first::signal);
          TextFeatures second = new TextFeatures(List.of("A"), SETTINGS);
          StateCodec.load(StateCodec.save(first), second);

          for (TextFeatures each : List.of(first, second)) {
            signals.subList(half, signals.size()).forEach(each::signal);
            each.asOf(BARS * BAR_NS);
          }

          assertThat(values(second.of("A"))).isEqualTo(values(first.of("A")));
          assertThat(StateCodec.save(second)).isEqualTo(StateCodec.save(first));
        });
  }

  @Test
  void thePageOfTextFeaturesHasEveryOneWithItsFormulaAndUnit() throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/features/text.md"));

    for (TextFeature each : TextFeature.values()) {
      assertThat(page)
          .contains(
              "| `%s` | %s | %s | %s |"
                  .formatted(each.text(), each.title(), each.formula(), each.unit()));
    }
  }

  private static SymbolTexts fresh() {
    return new SymbolTexts("A", SETTINGS);
  }

  private static List<TextSignal> signals(RandomGenerator chance) {
    return LongStream.generate(() -> 1 + chance.nextLong(BARS * BAR_NS))
        .limit(1 + chance.nextInt(30))
        .sorted()
        .mapToObj(asOfNs ->
            new TextSignal(
                asOfNs,
                TextSource.X,
                "A",
                2 * chance.nextDouble() - 1,
                chance.nextInt(5) == 0 ? 0 : chance.nextDouble(),
                chance.nextDouble(),
                "",
                3 * chance.nextDouble(),
                id(chance)))
        .toList();
  }

  private static String id(RandomGenerator chance) {
    return chance.nextBoolean()
        ? "id" + chance.nextInt(6)
        : new TextFingerprint(chance.nextInt(4) * 0x0f0f0f0f0f0fL, chance.nextInt(3)).mark("x");
  }

  private static List<List<Double>> run(List<TextSignal> signals, SymbolTexts texts) {
    InTime<TextSignal> stream = new InTime<>(signals.iterator(), TextSignal::asOfNs);
    List<List<Double>> bars = new ArrayList<>();
    for (int bar = 1; bar <= BARS; bar++) {
      stream.until(bar * BAR_NS, texts::signal);
      texts.asOf(bar * BAR_NS);
      bars.add(values(texts));
    }
    return bars;
  }

  private static List<Double> values(SymbolTexts texts) {
    List<Double> values = new ArrayList<>();
    for (TextFeature feature : TextFeature.values()) {
      values.add(texts.value(feature));
    }
    return values;
  }

  private static long counted(List<TextSignal> signals, long timeNs) {
    SymbolTexts texts = fresh();
    new InTime<>(signals.iterator(), TextSignal::asOfNs).until(timeNs, texts::signal);
    texts.asOf(timeNs);
    return (long) texts.value(TextFeature.COUNT);
  }

  private static long count(List<TextSignal> signals, long timeNs) {
    return signals.stream().filter(each -> each.asOfNs() <= timeNs).count();
  }

  /// In the order of [TextFeature].
  private static List<Double> naive(List<TextSignal> signals, long fromNs, long toNs) {
    double texts = 0;
    double weight = 0;
    double weighted = 0;
    List<TextSignal> known = signals.stream().filter(each -> each.asOfNs() <= toNs).toList();
    for (TextSignal each : known) {
      double faded = fade(each, toNs);
      texts += faded;
      weight += faded * each.weight();
      weighted += faded * each.weight() * each.sentiment();
    }
    double mean = weight == 0 ? 0 : weighted / weight;
    double squares = 0;
    for (TextSignal each : known) {
      double off = each.sentiment() - mean;
      squares += fade(each, toNs) * each.weight() * off * off;
    }
    double count = 0;
    double barWeight = 0;
    double barWeighted = 0;
    double novelty = 0;
    for (int i = 0; i < known.size(); i++) {
      TextSignal each = known.get(i);
      if (each.asOfNs() > fromNs) {
        count++;
        barWeight += each.weight();
        barWeighted += each.weight() * each.sentiment();
        novelty += naiveNovelty(known, i);
      }
    }
    return List.of(
        weight == 0 ? 0 : weighted / (weight + SETTINGS.prior()),
        mean,
        weight == 0 ? 0 : Math.sqrt(squares / weight),
        texts,
        count,
        barWeight == 0 ? 0 : barWeighted / barWeight,
        count == 0 ? 0 : novelty / count);
  }

  private static double fade(TextSignal signal, long timeNs) {
    return Math.pow(0.5, (timeNs - signal.asOfNs()) / (double) SETTINGS.halfLife().toNanos());
  }

  private static double naiveNovelty(List<TextSignal> known, int place) {
    double largest = 0;
    String id = known.get(place).textId();
    for (int i = Math.max(0, place - SETTINGS.memory()); i < place; i++) {
      String other = known.get(i).textId();
      double similarity =
          TextFingerprint.of(id)
              .flatMap(print -> TextFingerprint.of(other).map(print::similarity))
              .orElse(id.equals(other) ? 1.0 : 0.0);
      largest = Math.max(largest, similarity);
    }
    return largest < 0.5 ? 1 : 1 - largest;
  }
}
