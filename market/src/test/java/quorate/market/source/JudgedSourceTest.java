package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.ForAll;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Quarantine;
import quorate.market.quality.Reason;

class JudgedSourceTest {
  /// Open around the clock, two decimal places, so that only the prices matter here.
  private static final SourceMapping MAPPING =
      Texts.mapping(
          """
          source: test
          dataset: trades
          kind: trades
          instrument: { column: symbol }
          time: { form: epoch_s }
          """);

  @TempDir Path folder;

  private final List<String> rejected = new ArrayList<>();
  private final Quarantine quarantine =
      (file, entry, line, reason, detail, text) -> rejected.add(line + " " + reason.key());

  private Path prices(double... prices) {
    StringBuilder text = new StringBuilder("time,symbol,price,quantity\n");
    for (int i = 0; i < prices.length; i++) {
      text.append("%d,BTC-USD,%.2f,1\n".formatted(i, prices[i]));
    }
    return Texts.file(folder, "prices.csv", text.toString());
  }

  private List<Long> acceptedLines(Path file) {
    return Texts.accepted(MAPPING, file, quarantine).stream().map(row -> row.line).toList();
  }

  @Test
  void rejectsASpikeThatTheNextRowTakesBack() {
    List<Long> accepted = acceptedLines(prices(100, 101, 1010, 101, 102));

    assertThat(accepted).containsExactly(2L, 3L, 5L, 6L);
    assertThat(rejected).containsExactly("4 absurd_jump");
  }

  @Test
  void believesACrashThatStays() {
    List<Long> accepted = acceptedLines(prices(100, 101, 30, 31, 29));

    assertThat(accepted).hasSize(5);
    assertThat(rejected).isEmpty();
  }

  @Test
  void believesAJumpThatKeepsAQuarterOfItself() {
    // ln 4 = 1.386, a quarter of it 0.347 or a factor of 1.4142.
    assertThat(acceptedLines(prices(100, 400, 142))).hasSize(3);
    assertThat(acceptedLines(prices(100, 400, 141))).hasSize(2);
  }

  @Test
  void believesAJumpAtTheEnd() {
    assertThat(acceptedLines(prices(100, 101, 900))).hasSize(3);
  }

  @Test
  void asksTheNextRowOfTheSameInstrumentAndKeepsTheOrderOfAll() {
    Path file =
        Texts.file(
            folder,
            "t.csv",
            """
            time,symbol,price,quantity
            0,BTC-USD,100,1
            0,ETH-USD,10,1
            1,BTC-USD,900,1
            1,ETH-USD,10,1
            2,ETH-USD,90,1
            2,BTC-USD,100,1
            3,ETH-USD,10,1
            4,BTC-USD,100,1
            """
                .replace("ETH-USD", "SPX"));
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { column: symbol }
            time: { form: epoch_s }
            quality: { outside_session: ignore }
            """);

    List<SourceRow> accepted = Texts.accepted(mapping, file, quarantine);

    assertThat(accepted).extracting(row -> row.line).containsExactly(2L, 3L, 5L, 7L, 8L, 9L);
    assertThat(rejected).containsExactly("4 absurd_jump", "6 absurd_jump");
    assertThat(accepted.get(2).text()).isEqualTo("1,SPX,10,1");
  }

  @Test
  void countsEveryRowOnce() {
    ForAll.cases(
        60,
        23,
        random -> {
          StringBuilder text = new StringBuilder("time,symbol,price,quantity\n");
          int lines = 1 + random.nextInt(60);
          for (int i = 0; i < lines; i++) {
            String price =
                switch (random.nextInt(6)) {
                  case 0 -> "";
                  case 1 -> "-5";
                  case 2 -> "0";
                  case 3 -> "1.005";
                  case 4 -> "5000";
                  default -> "100";
                };
            text.append("%d,BTC-USD,%s,1\n".formatted(i - random.nextInt(3), price));
          }
          return text.toString();
        },
        text -> {
          Path file = Texts.file(folder, "any.csv", text);
          rejected.clear();
          long accepted = 0;
          QualitySummary summary;
          try (JudgedSource source = JudgedSource.open(MAPPING, file, Texts.LISTINGS, quarantine)) {
            for (SourceRow row = new SourceRow(); source.next(row); ) {
              accepted++;
            }
            summary = source.summary();
          }

          assertThat(summary.read()).isEqualTo(text.lines().count() - 1);
          assertThat(summary.accepted()).isEqualTo(accepted);
          assertThat(summary.rejected()).isEqualTo(rejected.size());
          assertThat(summary.accepted() + summary.rejected()).isEqualTo(summary.read());
        });
  }

  @Test
  void countsMarksAndRejectionsByReason() {
    SourceMapping mapping =
        Texts.mapping(
            """
            source: test
            dataset: trades
            kind: trades
            instrument: { symbol: BTC-USD }
            time: { form: epoch_s }
            quality: { off_grid: flag }
            """);
    Path file =
        Texts.file(folder, "t.csv", "time,price,quantity\n1,1.005,1\n2,1,0\n3,1.00,1\n4,,1\n");

    try (JudgedSource source = JudgedSource.open(mapping, file, Texts.LISTINGS, quarantine)) {
      for (SourceRow row = new SourceRow(); source.next(row); ) {
        assertThat(row.event.price).isEqualTo(100);
      }

      assertThat(source.summary())
          .isEqualTo(
              new QualitySummary(
                  4, 2, Map.of(Reason.ZERO, 1L, Reason.MISSING, 1L), Map.of(Reason.OFF_GRID, 1L)));
    }
  }
}
