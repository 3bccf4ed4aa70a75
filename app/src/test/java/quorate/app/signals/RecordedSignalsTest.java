package quorate.app.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.DatedText;
import quorate.domain.MacroRelease;
import quorate.domain.TextSignal;
import quorate.domain.property.SharedData;
import quorate.features.asof.InTime;
import quorate.features.macro.MacroCatalogue;
import quorate.features.macro.MacroFeatures;
import quorate.features.text.SymbolTexts;
import quorate.features.text.TextFeature;
import quorate.features.text.TextFeatures;
import quorate.features.text.TextSettings;
import quorate.language.lexicon.Lexicon;
import quorate.language.lexicon.LexiconScorer;
import quorate.market.macro.MacroFiles;
import quorate.market.macro.ReleaseTable;
import quorate.market.text.RawTextForm;
import quorate.market.text.RawTexts;
import quorate.market.text.TextSignalReader;
import quorate.market.text.TextSignalWriter;

/// The rooms together, over recorded data: each series and each post is seen when it was out.
class RecordedSignalsTest {
  private static final long DAY_NS = Duration.ofDays(1).toNanos();

  @TempDir Path folder;

  @Test
  void macroFeaturesFollowTheEconomyAsItWasKnown() throws IOException {
    List<MacroRelease> releases = releases();
    Set<String> series =
        releases.stream().map(MacroRelease::series).collect(Collectors.toCollection(TreeSet::new));
    List<String> names =
        MacroCatalogue.names().stream()
            .filter(name -> !Set.of("credit_spread", "default_spread").contains(name))
            .toList();
    MacroFeatures features = new MacroFeatures(names, series);
    InTime<MacroRelease> stream = new InTime<>(releases.iterator(), MacroRelease::releasedAtNs);

    // The yields of Thursday 13 June 2024 came on Friday at 16:15 New York.
    look(features, stream, at("2024-06-14T20:14:59.999999999Z"));
    double wednesday = value(features, names, "term_spread");
    look(features, stream, at("2024-06-14T20:15:00Z"));
    double thursday = value(features, names, "term_spread");

    assertThat(features.ready()).isTrue();
    assertThat(wednesday).isCloseTo(spread(releases, "2024-06-12"), within(1e-12));
    assertThat(thursday).isCloseTo(spread(releases, "2024-06-13"), within(1e-12));
    assertThat(wednesday).isNotEqualTo(thursday);
    // The rate of May 2024 was 4.0 %, its prices 3.3 % above those of May 2023 (BLS).
    assertThat(value(features, names, "unemployment")).isCloseTo(4.0, within(0.051));
    assertThat(value(features, names, "inflation_yoy")).isCloseTo(3.3, within(0.1));
  }

  @Test
  void postsBecomeFeaturesOfTheirSymbolsAndNoneIsSeenBeforeItsTime() throws IOException {
    Path file = SharedData.require("news").resolve("stocknet_tweets_2014_2015_dev.csv.gz");
    List<DatedText> texts = RawTexts.read(file, RawTextForm.posts());
    LexiconScorer scorer = new LexiconScorer(Lexicon.builtIn());
    Path signals = folder.resolve("signals.jsonl");
    try (TextSignalWriter writer = TextSignalWriter.create(signals)) {
      for (DatedText text : texts) {
        writer.write(scorer.score(text));
      }
    }
    Map<String, Long> posts =
        texts.stream().collect(Collectors.groupingBy(DatedText::symbol, Collectors.counting()));

    TextFeatures features = new TextFeatures(List.copyOf(posts.keySet()), TextSettings.defaults());
    Map<String, Double> counted = new HashMap<>();
    double novelty = 0;
    try (TextSignalReader reader = TextSignalReader.open(signals)) {
      InTime<TextSignal> stream = new InTime<>(reader, TextSignal::asOfNs);
      long lastNs = texts.getLast().asOfNs();
      for (long nowNs = texts.getFirst().asOfNs(); nowNs < lastNs + DAY_NS; nowNs += DAY_NS) {
        stream.until(nowNs, features::signal);
        features.asOf(nowNs);
        for (String symbol : posts.keySet()) {
          SymbolTexts of = features.of(symbol);
          counted.merge(symbol, of.value(TextFeature.COUNT), Double::sum);
          novelty += of.value(TextFeature.NOVELTY) * of.value(TextFeature.COUNT);
          assertThat(of.value(TextFeature.SENTIMENT)).isBetween(-1.0, 1.0);
          assertThat(of.value(TextFeature.DISPERSION)).isBetween(0.0, 1.0);
        }
      }
    }

    posts.forEach(
        (symbol, count) -> assertThat(counted.get(symbol)).isEqualTo(count.doubleValue()));
    assertThat(novelty / texts.size()).isBetween(0.3, 0.95); // retweets are kept in the data
  }

  private static List<MacroRelease> releases() throws IOException {
    try (Stream<Path> all = Files.list(SharedData.require("macro/fred"))) {
      return MacroFiles.read(
          all.filter(file -> !file.getFileName().toString().startsWith("_")).sorted().toList(),
          ReleaseTable.builtIn());
    }
  }

  private static void look(MacroFeatures features, InTime<MacroRelease> stream, long timeNs) {
    stream.until(timeNs, features::release);
    features.asOf(timeNs);
  }

  private static double value(MacroFeatures features, List<String> names, String name) {
    return features.value(names.indexOf(name));
  }

  private static double spread(List<MacroRelease> releases, String day) {
    return valueOf(releases, "DGS10", day) - valueOf(releases, "DGS2", day);
  }

  private static double valueOf(List<MacroRelease> releases, String series, String day) {
    return releases.stream()
        .filter(each ->
            each.series().equals(series) && each.referencePeriod().equals(LocalDate.parse(day)))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static long at(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
