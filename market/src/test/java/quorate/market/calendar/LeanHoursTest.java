package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our calendars against every holiday, early close and late open of LEAN's market hours database.
///
/// Each test names the dates on which we disagree, with the reason. Our answer has to be: on a
/// holiday no session of that date; at an early close the market closes at that minute and not
/// before; at a late open it opens at that minute. A LEAN early close at or after the usual close
/// says that there is no evening session, a LEAN late open at or before the usual evening open that
/// there is one.
class LeanHoursTest {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy");

  /// Christmas 2025: nothing trades before the evening; LEAN has a usual day with a usual close.
  private static final Map.Entry<String, String> CHRISTMAS = entry("2025-12-25", "closes 17:00");

  private static JsonNode entries = JsonMapper.builder().build().createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(
                SharedData.require("reference/lean/market-hours-database.json.gz")))) {
      entries = JsonMapper.builder().build().readTree(in).get("entries");
    }
  }

  @Test
  void agreesOnStocks() {
    assertThat(disagreements("Equity-usa-[*]", "US_EQUITIES")).isEmpty();
  }

  @Test
  void agreesOnIndexFutures() {
    assertThat(disagreements("Future-cme-ES", "CME_EQUITY_INDEX")).containsOnly(CHRISTMAS);
  }

  @Test
  void agreesOnNasdaqFutures() {
    assertThat(disagreements("Future-cme-NQ", "CME_EQUITY_INDEX")).containsOnly(CHRISTMAS);
  }

  @Test
  void agreesOnCurrencyFutures() {
    for (String root : List.of("6E", "6B", "6J")) {
      assertThat(disagreements("Future-cme-" + root, "CME_FX")).as(root).isEmpty();
    }
  }

  @Test
  void agreesOnInterestRateFutures() {
    for (String root : List.of("ZN", "ZB")) {
      assertThat(disagreements("Future-cbot-" + root, "CME_RATES"))
          .as(root)
          .containsOnly(
              // The time of stock index futures on Memorial Day; rates closed at 12:00 on that day
              // as
              // on all others of its kind, in CME's holiday calendar and in LEAN itself.
              entry("2011-05-30", "closes 10:30"),
              // A Friday: nothing opens that evening.
              entry("2020-07-03", "opens 17:00"),
              entry("2025-12-25", "closes 16:00"));
    }
  }

  @Test
  void agreesOnGold() {
    assertThat(disagreements("Future-comex-GC", "COMEX_METALS")).isEmpty();
  }

  @Test
  void agreesOnCrudeOil() {
    assertThat(disagreements("Future-nymex-CL", "NYMEX_ENERGY"))
        // A Friday: nothing opens that evening.
        .containsOnly(entry("2020-07-03", "opens 18:00"), CHRISTMAS);
  }

  @Test
  void agreesOnGrains() {
    for (String root : List.of("ZC", "ZW")) {
      assertThat(disagreements("Future-cbot-" + root, "CBOT_GRAINS"))
          .as(root)
          .containsOnly(
              // From May 2012 to April 2013 grains opened at 17:00; LEAN applies today's 19:00.
              entry("2013-01-21", "opens 19:00"),
              entry("2013-02-18", "opens 19:00"),
              // The Tuesday after New Year: the day session opened at 08:30.
              entry("2024-01-02", "closed"));
    }
  }

  @Test
  void agreesOnSoybeansWhoseListIsShort() {
    assertThat(disagreements("Future-cbot-ZS", "CBOT_GRAINS")).isEmpty();
  }

  @Test
  void agreesOnEurex() {
    assertThat(disagreements("Future-eurex-[*]", "EUREX_INDEX"))
        // Whit Monday, a holiday in Germany on which Eurex trades every year, also for LEAN.
        .containsOnly(entry("2015-05-25", "closed"));
  }

  /// What LEAN says of a date and we do not, by date; what it said, as text.
  private static Map<String, String> disagreements(String entry, String calendar) {
    JsonNode lean = entries.get(entry);
    ZoneId zone = ZoneId.of(lean.get("exchangeTimeZone").asString());
    SessionCalendar ours = Calendars.named(calendar);
    Map<String, String> found = new TreeMap<>();
    TreeSet<LocalDate> lateOpens = new TreeSet<>();
    for (String text : lean.path("lateOpens").propertyNames()) {
      lateOpens.add(LocalDate.parse(text, DATE));
    }
    for (JsonNode holiday : lean.path("holidays")) {
      LocalDate date = LocalDate.parse(holiday.asString(), DATE);
      if (ours.sessionOn(date).isPresent()) {
        found.put(date.toString(), "closed");
      }
    }
    lean.path("earlyCloses")
        .properties()
        .forEach(early -> {
          LocalDate date = LocalDate.parse(early.getKey(), DATE);
          LocalTime time = LocalTime.parse(early.getValue().asString());
          if (!closesAt(ours, lean, date, time, lateOpens.contains(date))) {
            found.put(date.toString(), "closes " + time);
          }
        });
    lean.path("lateOpens")
        .properties()
        .forEach(late -> {
          LocalDate date = LocalDate.parse(late.getKey(), DATE);
          LocalTime time = LocalTime.parse(late.getValue().asString());
          long openNs = At.local(date + "T" + time, zone.getId());
          if (!ours.isOpen(openNs) || ours.isOpen(openNs - 1)) {
            found.put(date.toString(), "opens " + time);
          }
        });
    return found;
  }

  private static boolean closesAt(
      SessionCalendar ours, JsonNode lean, LocalDate date, LocalTime time, boolean reopens) {
    ZoneId zone = ZoneId.of(lean.get("exchangeTimeZone").asString());
    long closeNs = At.local(date + "T" + time, zone.getId());
    Optional<Session> session = ours.sessionOn(date);
    if (session.isPresent() && session.get().closeNs() == closeNs) {
      return true;
    }
    // A close after the usual one only says that the evening stays closed.
    return usualClose(lean, date).isBefore(time)
        && !reopens
        && session.stream().allMatch(day -> day.closeNs() < closeNs)
        && ours.sessionAtOrAfter(closeNs).openNs() >= At.local(date + "T23:59", zone.getId());
  }

  private static LocalTime usualClose(JsonNode lean, LocalDate date) {
    LocalTime close = LocalTime.MIN;
    for (JsonNode hours : lean.get(date.getDayOfWeek().name().toLowerCase(Locale.ROOT))) {
      if (hours.get("state").asString().equals("market")) {
        close = LocalTime.parse(hours.get("end").asString());
      }
    }
    return close;
  }
}
