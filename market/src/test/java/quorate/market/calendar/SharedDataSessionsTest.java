package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;

/// The calendars against recorded markets: what was traded was traded while we say it could be.
class SharedDataSessionsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long MILLISECOND_NS = 1_000_000L;
  private static final long MINUTE_NS = 60_000 * MILLISECOND_NS;

  @Test
  void holdsTheTwelveIndexFutureDaysOf2013() throws IOException {
    Counts counts = new Counts("CME_EQUITY_INDEX");

    for (Path file : files("futures/lean/cme/minute/es", "_trade.zip")) {
      long midnightNs = leanMidnightNs(file, ZoneId.of("UTC"));
      eachZipped(file, line -> counts.add(midnightNs + firstNumber(line) * MILLISECOND_NS));
    }

    assertThat(counts.rows).isGreaterThan(15_000);
    assertThat(counts.outside).isEmpty();
    assertThat(counts.inBreak).isEmpty();
  }

  @Test
  void leavesOutTheQuotesOf2013ThatNobodyCouldTrade() throws IOException {
    SessionCalendar calendar = Calendars.named("CME_EQUITY_INDEX");
    Counts counts = new Counts("CME_EQUITY_INDEX");

    for (Path file : files("futures/lean/cme/minute/es", "_quote.zip")) {
      long midnightNs = leanMidnightNs(file, ZoneId.of("UTC"));
      eachZipped(file, line -> counts.add(midnightNs + firstNumber(line) * MILLISECOND_NS));
    }

    // The book also shows in the break and before the open, without matching: from 16:15 in Chicago
    // on
    // Sundays, from 16:45 on other days, and in the minute that begins at the close.
    assertThat(counts.rows).isEqualTo(32_607);
    assertThat(counts.outside.size() + counts.inBreak.size()).isEqualTo(435);
    for (String time : counts.outside) {
      long timeNs = At.utc(time);
      boolean beforeOpen =
          time.startsWith("2013-10-06") || calendar.isOpen(timeNs + 15 * MINUTE_NS);
      boolean atClose = calendar.isOpen(timeNs - MINUTE_NS);
      assertThat(beforeOpen || atClose).as(time).isTrue();
    }
  }

  @Test
  void holdsTheGoldDaysOf2013And2020() throws IOException {
    Counts counts = new Counts("COMEX_METALS");

    for (Path file : files("futures/lean/comex/minute/gc", "_trade.zip")) {
      long midnightNs = leanMidnightNs(file, ZoneId.of("UTC"));
      eachZipped(file, line -> counts.add(midnightNs + firstNumber(line) * MILLISECOND_NS));
    }

    assertThat(counts.rows).isEqualTo(1_500 + 1_537 + 1_651 + 1_555 + 78 + 78);
    assertThat(counts.outside).isEmpty();
  }

  @Test
  void holdsTheWholeExchangeSessionOfDecember2019() throws IOException {
    Map<String, String> calendars =
        Map.of(
            "ESH0", "CME_EQUITY_INDEX",
            "BPH0", "CME_FX",
            "JYH0", "CME_FX",
            "CLF0", "NYMEX_ENERGY",
            "GCG0", "COMEX_METALS",
            "ZBH0", "CME_RATES",
            "ZNH0", "CME_RATES");
    for (Map.Entry<String, String> each : calendars.entrySet()) {
      Counts counts = new Counts(each.getValue());
      Path file =
          SharedData.require(
              "futures/trades-20191216/" + each.getKey() + "_20191216_trades.csv.gz");

      eachLine(file, line -> counts.add(firstNumber(line) * MILLISECOND_NS));

      assertThat(counts.outside).as(each.getKey()).isEmpty();
      assertThat(counts.inBreak).as(each.getKey()).isEmpty();
      assertThat(counts.sessions).as(each.getKey()).containsOnlyKeys(LocalDate.of(2019, 12, 16));
      if (each.getKey().equals("ESH0")) {
        assertThat(counts.rows).isEqualTo(421_785);
      }
    }
  }

  @Test
  void holdsTheEuroFutureOfJanuary2024() throws IOException {
    Counts counts = new Counts("CME_FX");

    eachLine(
        SharedData.require("futures/6e-minute/6EH4.XCME_1min_bars_20240101_20240131.csv.gz"),
        // Stamped at the end: the first of a day is 17:01 in Chicago, the last 16:00.
        line -> counts.add(isoNs(field(line, 0)) - MINUTE_NS));

    assertThat(counts.rows).isEqualTo(29_996);
    assertThat(counts.outside).isEmpty();
    // The evening of New Year's Day belongs to the 2nd.
    assertThat(counts.sessions.keySet())
        .doesNotContain(LocalDate.of(2024, 1, 1))
        .contains(LocalDate.of(2024, 1, 15));
  }

  @Test
  void holdsEuroStoxxFuturesOf2006AndOf2024() throws IOException {
    Counts of2006 = new Counts("EUREX_INDEX");
    Counts of2024 = new Counts("EUREX_INDEX");

    eachLine(
        SharedData.require("futures/eurostoxx-backtrader/2006-01-02-volume-min-001.txt.gz"),
        line ->
            of2006.add(
                localNs(LocalDateTime.parse(field(line, 0) + "T" + field(line, 1)), BERLIN)
                    - MINUTE_NS));
    for (Path file : files("futures/lean/eurex/minute/fesx", "_trade.zip")) {
      long midnightNs = leanMidnightNs(file, BERLIN);
      eachZipped(file, line -> of2024.add(midnightNs + firstNumber(line) * MILLISECOND_NS));
    }

    assertThat(of2006.rows).isEqualTo(30_889);
    assertThat(of2006.outside).isEmpty();
    assertThat(of2024.rows).isEqualTo(2_436 + 1_596);
    // Two contracts with a trade stamped in the minute that begins at the close.
    assertThat(of2024.outside).containsExactly("2024-06-03T20:00:00Z", "2024-06-03T20:00:00Z");
  }

  @Test
  void holdsStockMinutesOfJanuary2011InTheExtendedSession() throws IOException {
    Counts counts = new Counts("US_EQUITIES_EXTENDED");
    DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyyyMMdd HHmmss", Locale.ROOT);

    eachLine(
        SharedData.require("equity/minute/pyalgotrade_nt-spy-minute-2011.csv.gz"),
        line ->
            counts.add(
                localNs(
                        LocalDateTime.parse(line.substring(0, line.indexOf(';')), stamp),
                        ZoneId.of("UTC"))
                    - MINUTE_NS));

    assertThat(counts.rows).isEqualTo(14_180);
    assertThat(counts.outside).isEmpty();
  }

  @Test
  void knowsEveryTradingDayOfTheStockIndexFrom2000To2020() throws IOException {
    assertDays("equity/daily/vega_sp500-2000.csv.gz", "US_EQUITIES", List.of());
  }

  @Test
  void knowsEveryTradingDayOfStocksFrom1999To2014() throws IOException {
    assertDays("equity/daily/backtrader_nvda-1999-2014.txt.gz", "US_EQUITIES", List.of());
    assertDays("equity/daily/backtrader_orcl-1995-2014.txt.gz", "US_EQUITIES", List.of());
    assertDays("equity/daily/mplfinance_SPY_2008_2017.csv.gz", "US_EQUITIES", List.of());
  }

  @Test
  void knowsEveryTradingDayOfStocksFrom1989To2018() throws IOException {
    assertDays(
        "equity/daily/pyportfolioopt_20stocks_adjclose_1989_2018.csv.gz", "US_EQUITIES", List.of());
  }

  @Test
  void knowsEveryTradingDayOfTheEuroStoxxFutureOf2006() throws IOException {
    assertDays("futures/eurostoxx-backtrader/2006-volume-day-001.txt.gz", "EUREX_INDEX", List.of());
  }

  @Test
  void holdsCurrencyMinutesInTheWeek() throws IOException {
    Counts counts = new Counts("FX_WEEK");

    eachLine(
        SharedData.require("fx/nautilus/gbpusd-m1-bid-2012.csv.gz"),
        line -> counts.add(isoNs(field(line, 0))));

    assertThat(counts.rows).isEqualTo(30_117);
    assertThat(counts.outside).isEmpty();
  }

  /// Every day of a file is a session, and between its first and last day no session is missing but
  /// the named ones.
  private static void assertDays(String file, String calendar, List<String> missing)
      throws IOException {
    SessionCalendar days = Calendars.named(calendar);
    TreeSet<LocalDate> found = new TreeSet<>();
    eachLine(SharedData.require(file), line -> found.add(LocalDate.parse(line.substring(0, 10))));

    List<String> notASession =
        found.stream().filter(day -> days.sessionOn(day).isEmpty()).map(String::valueOf).toList();
    List<String> absent =
        found
            .getFirst()
            .datesUntil(found.last())
            .filter(day -> days.sessionOn(day).isPresent() && !found.contains(day))
            .map(String::valueOf)
            .toList();

    assertThat(notASession).as(file).isEmpty();
    assertThat(absent).as(file).isEqualTo(missing);
  }

  /// Where the rows of a file fall.
  private static final class Counts {
    private final SessionCalendar calendar;
    private int rows;
    private final List<String> outside = new ArrayList<>();
    private final List<String> inBreak = new ArrayList<>();
    private final Map<LocalDate, Integer> sessions = new TreeMap<>();

    Counts(String calendar) {
      this.calendar = Calendars.named(calendar);
    }

    void add(long timeNs) {
      rows++;
      Session session = calendar.sessionAt(timeNs).orElse(null);
      if (session == null) {
        outside.add(At.text(timeNs));
      } else if (!session.isOpen(timeNs)) {
        inBreak.add(At.text(timeNs));
      } else {
        sessions.merge(session.date(), 1, Integer::sum);
      }
    }
  }

  private interface LineReader {
    void read(String line);
  }

  private static void eachLine(Path file, LineReader reader) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      each(in, reader);
    }
  }

  private static void eachZipped(Path file, LineReader reader) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        each(zip, reader);
      }
    }
  }

  /// Reads every line that begins with a digit, which leaves headers out.
  private static void each(InputStream in, LineReader reader) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        reader.read(line);
      }
    }
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (var all = Files.list(SharedData.require(folder))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static long leanMidnightNs(Path file, ZoneId zone) {
    String name = file.getFileName().toString();
    LocalDate date = LocalDate.parse(name.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    return localNs(date.atTime(LocalTime.MIDNIGHT), zone);
  }

  private static long localNs(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toEpochSecond() * 1_000_000_000L;
  }

  private static long isoNs(String text) {
    String instant = text.replace(' ', 'T').replace("+00:00", "");
    return Instant.parse(instant.endsWith("Z") ? instant : instant + "Z").getEpochSecond()
        * 1_000_000_000L;
  }

  private static String field(String line, int index) {
    return line.split(",", -1)[index];
  }

  private static long firstNumber(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(',')));
  }
}
