package quorate.market.source;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.SharedData;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Quarantine;
import quorate.market.quality.Reason;

/// Every recorded file, read by the mapping that ships for it.
class SharedFilesTest {
  private static final List<String> FOLDERS =
      List.of("futures/", "crypto/ta4j/", "crypto/freqtrade/", "fx/", "equity/", "index-cfd/");

  /// What goes to quarantine; every other file has nothing there. Each was looked at: trades of
  /// size zero (Bitstamp, LEAN's gold ticks); highs below the open and empty prices of the Dow's
  /// CSV; one-sided quotes of deferred contracts and quotes during the 15:15 halt of 2013 (LEAN's
  /// ES); bars that begin at the close (SPX); the adjusted copy of a day that FESX holds twice;
  /// bids a tenth of a pip above asks (FXCM in 2014); two weeks after the American clock change
  /// (share CFDs).
  private static final Map<String, String> QUARANTINED =
      Map.ofEntries(
          entry("crypto/ta4j/bitstamp_trades_from_20131125_usd.csv.gz", "zero 18"),
          entry(
              "equity/daily/djia31_2006_2018_dev.zip", "inconsistent_bar 130, missing 22, zero 1"),
          entry("equity/daily/mplfinance_SPY_2008_2017.csv.gz", "inconsistent_bar 2"),
          entry("equity/daily/stocknet_2012_2017_dev.zip", "missing 2"),
          entry("equity/m15/AAPLUSUSD_M15.tsv.gz", "outside_session 88"),
          entry("equity/m15/NFLXUSUSD_M15.tsv.gz", "outside_session 84"),
          entry("equity/minute/mplfinance_SP500_index_201911.csv.gz", "outside_session 3"),
          entry("futures/lean/cme/daily/es_quote.zip", "missing 1"),
          entry("futures/lean/cme/hour/es_quote.zip", "missing 1"),
          entry(
              "futures/lean/cme/minute/es/20131006_quote.zip",
              "missing 83, outside_session 15, crossed_quote 1"),
          entry(
              "futures/lean/cme/minute/es/20131007_quote.zip",
              "missing 788, outside_session 23, crossed_quote 2"),
          entry("futures/lean/cme/minute/es/20131008_quote.zip", "missing 593, outside_session 26"),
          entry(
              "futures/lean/cme/minute/es/20131009_quote.zip",
              "missing 532, outside_session 24, crossed_quote 1"),
          entry("futures/lean/cme/minute/es/20131010_quote.zip", "missing 660, outside_session 26"),
          entry(
              "futures/lean/cme/minute/es/20131011_quote.zip",
              "missing 524, outside_session 13, crossed_quote 1"),
          entry("futures/lean/cme/minute/es/20131014_quote.zip", "outside_session 27"),
          entry("futures/lean/cme/minute/es/20131029_quote.zip", "outside_session 29"),
          entry("futures/lean/cme/minute/es/20131030_quote.zip", "outside_session 29"),
          entry("futures/lean/cme/minute/es/20131118_quote.zip", "outside_session 38"),
          entry("futures/lean/cme/minute/es/20131202_quote.zip", "outside_session 43"),
          entry("futures/lean/cme/minute/es/20131203_quote.zip", "outside_session 29"),
          entry(
              "futures/lean/comex/minute/gc/20131007_quote.zip",
              "missing 1722, crossed_quote 15, outside_session 4"),
          entry(
              "futures/lean/comex/minute/gc/20131008_quote.zip",
              "missing 906, crossed_quote 7, outside_session 2"),
          entry("futures/lean/comex/minute/gc/20200105_quote.zip", "outside_session 3"),
          entry("futures/lean/comex/minute/gc/20200106_quote.zip", "outside_session 2"),
          entry("futures/lean/comex/tick/gc/20131007_trade.zip", "zero 147"),
          entry("futures/lean/comex/tick/gc/20131008_trade.zip", "zero 100"),
          entry(
              "futures/lean/eurex/minute/fesx/20240603_trade.zip",
              "off_grid 1148, out_of_order 31, duplicate 1, outside_session 1"),
          entry("futures/lean/eurex/minute/fesx/20240621_trade.zip", "off_grid 252"),
          entry("fx/backtesting.py/EURUSD_hourly_2017_2018.csv.gz", "outside_session 2"),
          entry("fx/lean/fxcm/minute/eurusd/20140506_quote.zip", "crossed_quote 36"),
          entry("fx/lean/fxcm/minute/eurusd/20140507_quote.zip", "crossed_quote 33"),
          entry("fx/lean/fxcm/tick/eurusd/20140506_quote.zip", "crossed_quote 9999"),
          entry("fx/lean/fxcm/tick/eurusd/20140507_quote.zip", "crossed_quote 9847"));

  @TestFactory
  Stream<DynamicTest> readsEveryRowOfEveryFile() throws IOException {
    Path manifest = SharedData.require("MANIFEST.csv");
    List<SourceMapping> mappings = mappings();
    return Files.readAllLines(manifest).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        .filter(fields -> isCovered(fields[0]))
        .map(fields ->
            dynamicTest(fields[0], () -> readsAll(mappings, fields[0], Long.parseLong(fields[2]))));
  }

  /// Order books (mbo) and Databento's binary form are not bars, trades or quotes: later work.
  private static boolean isCovered(String path) {
    return FOLDERS.stream().anyMatch(path::startsWith)
        && !path.contains(".mbo.")
        && !path.endsWith(".dbn.zst");
  }

  private static void readsAll(List<SourceMapping> mappings, String path, long rows) {
    List<SourceMapping> covering =
        mappings.stream().filter(mapping -> mapping.covers(Path.of(path))).toList();
    assertThat(covering).as("mappings for " + path).hasSize(1);
    long accepted = 0;

    try (JudgedSource source =
        JudgedSource.open(
            covering.getFirst(),
            SharedData.require(path),
            Texts.LISTINGS,
            Quarantine.discarding())) {
      for (SourceRow row = new SourceRow(); source.next(row); ) {
        accepted++;
      }

      assertThat(source.lines()).isEqualTo(rows);
      QualitySummary summary = source.summary();
      assertThat(summary.accepted()).isEqualTo(accepted);
      assertThat(summary.accepted() + summary.rejected()).isEqualTo(summary.read());
      assertThat(QualitySummary.listed(summary.quarantined()))
          .isEqualTo(QUARANTINED.getOrDefault(path, ""));
    }
  }

  @Test
  void marksWhatTheMappingsLetThrough() {
    QualitySummary extended = judge("equity/minute/pyalgotrade_nt-spy-minute-2011.csv.gz");
    QualitySummary adjusted =
        judge("equity/daily/pyportfolioopt_20stocks_adjclose_1989_2018.csv.gz");

    // 14,180 minutes of January 2011; 20 sessions of 390 regular minutes are 7,800.
    assertThat(extended.flagged()).containsOnly(entry(Reason.OUTSIDE_SESSION, 14_180L - 7_800L));
    assertThat(adjusted.rejected()).isZero();
    assertThat(adjusted.flagged()).containsOnlyKeys(Reason.OFF_GRID);
  }

  /// A bar read at the wrong end falls out of its session at the open or at the close. (LEAN's and
  /// Databento's stamps are documented as starts; coins trade at all hours; the Stoxx index, whose
  /// stamps run from 09:05 to 17:30, is calculated beyond both.)
  @ParameterizedTest
  @CsvSource({
    "nautilus-6e-minute, futures/6e-minute/6EH4.XCME_1min_bars_20240101_20240131.csv.gz",
    "backtrader-fesx-minute, futures/eurostoxx-backtrader/2006-01-02-volume-min-001.txt.gz",
    "mplfinance-spx-minute, equity/minute/mplfinance_SP500_index_201911.csv.gz",
    "nautilus-gbpusd-minute-ask, fx/nautilus/gbpusd-m1-ask-2012.csv.gz",
    "nautilus-gbpusd-minute-bid, fx/nautilus/gbpusd-m1-bid-2012.csv.gz",
    "snowguru-equity-15-minute, equity/m15/AAPLUSUSD_M15.tsv.gz",
  })
  void readsStampsAtTheEndOfTheBarThatFitsTheSessions(String name, String path) throws IOException {
    String declared =
        Files.readString(SharedData.projectRoot().resolve("mappings/" + name + ".yaml"));
    boolean end = declared.contains("  stamp: end\n");
    String other =
        end
            ? declared.replace("  stamp: end\n", "")
            : declared.replace("\nbars:\n", "\nbars:\n  stamp: end\n");

    long outside = outsideSession(Texts.mapping(declared), path);

    assertThat(outside).isLessThan(outsideSession(Texts.mapping(other), path));
  }

  private static long outsideSession(SourceMapping mapping, String path) {
    QualitySummary summary = judge(mapping, SharedData.require(path));
    return summary.quarantined().getOrDefault(Reason.OUTSIDE_SESSION, 0L);
  }

  private static QualitySummary judge(String path) {
    Path file = SharedData.require(path);
    SourceMapping mapping =
        mappings().stream().filter(each -> each.covers(Path.of(path))).findFirst().orElseThrow();
    return judge(mapping, file);
  }

  private static QualitySummary judge(SourceMapping mapping, Path file) {
    try (JudgedSource source =
        JudgedSource.open(mapping, file, Texts.LISTINGS, Quarantine.discarding())) {
      SourceRow row = new SourceRow();
      boolean more = true;
      while (more) {
        more = source.next(row);
      }
      return source.summary();
    }
  }

  private static List<SourceMapping> mappings() {
    try (Stream<Path> files = Files.list(SharedData.projectRoot().resolve("mappings"))) {
      return files.sorted().map(SourceMapping::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
