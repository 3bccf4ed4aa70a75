package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventKind;

class LeanSourceTest {
  private static final long DAY_NS = 86_400_000_000_000L;

  /// Midnight UTC of 2013-10-07.
  private static final long MONDAY_NS = 1_381_104_000_000_000_000L;

  @TempDir Path folder;

  private static SourceMapping lean(String kind, String resolution, String more) {
    return Texts.mapping(
        """
        source: lean
        dataset: test
        kind: %s
        reader: lean
        lean: { resolution: %s }
        """
                .formatted(kind, resolution)
            + more);
  }

  @Test
  void namesContractsByTheExpiryOfTheirEntry() {
    assertThat(LeanForm.symbol("20131007_es_minute_trade_201312.csv", 1)).isEqualTo("ESZ3");
    assertThat(LeanForm.symbol("20131007_es_minute_trade_201312.csv", 2)).isEqualTo("ESZ13");
    assertThat(LeanForm.symbol("gc_openinterest_202002.csv", 1)).isEqualTo("GCG0");
    assertThat(LeanForm.symbol("20140506_eurusd_tick_quote.csv", 1)).isEqualTo("EURUSD");
    assertThat(LeanForm.symbol("xauusd.csv", 1)).isEqualTo("XAUUSD");
    assertThat(LeanForm.symbol("es_trade_201313.csv", 1)).isNull();
    assertThat(LeanForm.symbol("notes.txt", 1)).isNull();
  }

  @Test
  void quotesAnEntrysNameShortAndWithoutItsControlCharacters() {
    Path file =
        Archives.zip(
            folder,
            "20131007_trade.zip",
            "es\u001B[2J" + "x".repeat(900) + ".csv",
            "0,1,1,1,1,1\n");

    assertThatThrownBy(() -> Texts.rows(lean("bars", "minute", ""), file))
        .hasMessageContaining("name must be one of LEAN's")
        .hasMessageContaining("but was \"es\\u001B[2Jxxx")
        .satisfies(e -> Texts.assertQuotable(e, file));
  }

  @Test
  void readsMinuteTradeBarsFromTheirStart() {
    Path file =
        Archives.zip(
            folder,
            "20131007_trade.zip",
            "20131007_es_minute_trade_201312.csv",
            "60000,1676.75,1677.25,1673.5,1675.25,1884\n",
            "20131007_es_minute_trade_201403.csv",
            "0,1670,1670,1670,1670,1\n");

    List<SourceRow> rows = Texts.rows(lean("bars", "minute", ""), file);

    SourceRow bar = rows.getFirst();
    assertThat(bar.event.kind).isEqualTo(EventKind.BAR);
    assertThat(bar.event.startNs).isEqualTo(MONDAY_NS + 60_000_000_000L);
    assertThat(bar.event.timeNs).isEqualTo(MONDAY_NS + 120_000_000_000L);
    assertThat(bar.event.price).isEqualTo(167675);
    assertThat(bar.event.quantity).isEqualTo(1884);
    assertThat(rows).extracting(row -> row.event.instrument).containsExactly(0, 1);
  }

  @Test
  void readsQuoteBarsAsQuotesAtTheirEnd() {
    Path file =
        Archives.zip(
            folder,
            "20131007_quote.zip",
            "20131007_es_minute_quote_201312.csv",
            "0,1,2,0.5,1682.75,110,1,2,0.5,1683,106\n60000,,,,,0,1,1,1,1,10\n");

    List<SourceRow> rows = Texts.rows(lean("quotes", "minute", ""), file);

    SourceRow quote = rows.getFirst();
    assertThat(quote.event.timeNs).isEqualTo(MONDAY_NS + 60_000_000_000L);
    assertThat(quote.event.bid()).isEqualTo(168275);
    assertThat(quote.event.bidSize()).isEqualTo(110);
    assertThat(quote.event.ask()).isEqualTo(168300);
    assertThat(quote.event.askSize()).isEqualTo(106);
    assertThat(rows.getLast().missing).isEqualTo("bid");
  }

  @Test
  void readsDailyBarsAsUtcDays() {
    Path file =
        Archives.zip(
            folder, "es_trade.zip", "es_trade_201312.csv", "20131007 00:00,1,2,1,2,1374818\n");

    SourceRow bar = Texts.rows(lean("bars", "daily", ""), file).getFirst();

    assertThat(bar.event.startNs).isEqualTo(MONDAY_NS);
    assertThat(bar.event.timeNs).isEqualTo(MONDAY_NS + DAY_NS);
  }

  @Test
  void readsTicksAndOpenInterest() {
    Path ticks =
        Archives.zip(
            folder,
            "20131007_trade.zip",
            "20131007_es_tick_trade_201312.csv",
            "4933381,1313.75,1,usa,,0\n");
    Path interest =
        Archives.zip(
            folder,
            "20131007_openinterest.zip",
            "20131007_es_minute_openinterest_201312.csv",
            "72360000,2691941\n");

    SourceRow tick = Texts.rows(lean("trades", "tick", ""), ticks).getFirst();
    SourceRow open = Texts.rows(lean("open_interest", "minute", ""), interest).getFirst();

    assertThat(tick.event.timeNs).isEqualTo(MONDAY_NS + 4_933_381_000_000L);
    assertThat(tick.event.price).isEqualTo(131375);
    assertThat(open.event.quantity).isEqualTo(2_691_941);
  }

  @Test
  void dividesTheWholeNumbersOfEquities() {
    Path file =
        Archives.zip(
            folder,
            "20131007_trade.zip",
            "20131007_spy_minute_trade.csv",
            "34200000,1686900,1687000,1686800,1686950,1000\n");

    SourceRow bar =
        Texts.rows(
                lean("bars", "minute", "price_divisor: 10000\ntime: { zone: America/New_York }\n"),
                file)
            .getFirst();

    // 09:30 in New York is 13:30 UTC in October; 1686900 ten-thousandths are 168.69 dollars.
    assertThat(bar.event.startNs).isEqualTo(MONDAY_NS + 48_600_000_000_000L);
    assertThat(bar.event.price)
        .isEqualTo(Texts.LISTINGS.instruments().apply("SPY").parsePrice("168.69"));
    assertThat(bar.unfit).isEmpty();
  }
}
