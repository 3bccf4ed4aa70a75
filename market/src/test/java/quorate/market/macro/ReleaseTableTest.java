package quorate.market.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.ForAll;
import quorate.domain.property.SharedData;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.market.yaml.YamlSettings;

class ReleaseTableTest {
  private static final ReleaseTable TABLE = ReleaseTable.builtIn();

  /// Expected days from the calendars of the months around them.
  @ParameterizedTest
  @CsvSource({
    // 14 days after the month: 14 February 2024, a Wednesday; 14 September 2024 is a Saturday.
    "CPIAUCSL, 2024-01-01, 2024-02-14T08:30-05:00",
    "CPIAUCSL, 2024-08-01, 2024-09-16T08:30-04:00",
    // 7 days after the month.
    "PAYEMS, 2024-02-01, 2024-03-07T08:30-05:00",
    "UNRATE, 2024-05-01, 2024-06-07T08:30-04:00",
    // 30 days after the quarter.
    "GDP, 2024-01-01, 2024-04-30T08:30-04:00",
    // Daily rates on the next business day: over a weekend, over Columbus Day, over a year's end.
    "DGS10, 2024-03-01, 2024-03-04T16:15-05:00",
    "DGS2, 2024-10-11, 2024-10-15T16:15-04:00",
    "T10Y2Y, 2024-12-31, 2025-01-02T16:15-05:00",
    // H.10: all days of a week on the next Monday, after Memorial Day on the Tuesday.
    "DTWEXBGS, 2024-05-13, 2024-05-20T16:15-04:00",
    "DTWEXBGS, 2024-05-17, 2024-05-20T16:15-04:00",
    "DTWEXBGS, 2024-05-20, 2024-05-28T16:15-04:00",
    // Claims of the week that ended on Saturday, on Thursday; on Thanksgiving a day later.
    "ICSA, 2024-06-01, 2024-06-06T08:30-04:00",
    "ICSA, 2024-11-23, 2024-11-29T08:30-05:00",
    "WALCL, 2024-06-05, 2024-06-06T16:30-04:00",
    "FEDFUNDS, 2024-05-01, 2024-06-03T16:15-04:00",
    "VIXCLS, 2024-06-05, 2024-06-05T16:30-04:00",
    // Tuesday's oil price on the Wednesday of the week after.
    "DCOILWTICO, 2024-06-04, 2024-06-12T13:00-04:00",
    // Delayed by the shutdowns of 2013 and 2025.
    "PAYEMS, 2013-09-01, 2013-10-22T08:30-04:00",
    "CPIAUCSL, 2025-11-01, 2025-12-18T08:30-05:00",
    "GDP, 2025-07-01, 2025-12-23T08:30-05:00",
  })
  void knowsWhenAValueIsDue(String series, LocalDate period, ZonedDateTime due) {
    assertThat(at(TABLE.releasedAtNs(series, period))).isEqualTo(due.toInstant());
  }

  /// Announced on 22 December 1992: April 1991 was the first month after the recession.
  @Test
  void keepsRecessionsFromBeingSeenBeforeAnybodyKnewOfThem() {
    assertThat(at(TABLE.releasedAtNs("USREC", LocalDate.of(1991, 4, 1))))
        .isAfter(Instant.parse("1992-12-22T17:00:00Z"));
  }

  @Test
  void neverHasAValueOutBeforeItsPeriodIsOver() {
    ForAll.cases(
        2_000,
        5,
        chance -> {
          String[] names = TABLE.series().toArray(String[]::new);
          LocalDate day = LocalDate.ofEpochDay(chance.nextInt(3_650, 20_000));
          return names[chance.nextInt(names.length)] + " " + day.withDayOfMonth(1);
        },
        drawn -> {
          String[] parts = drawn.split(" ", -1);
          LocalDate period = LocalDate.parse(parts[1]);
          assertThat(at(TABLE.releasedAtNs(parts[0], period)))
              .isAfter(period.atTime(12, 0).toInstant(ZoneOffset.UTC));
          assertThat(TABLE.releasedAtNs(parts[0], period))
              .isLessThanOrEqualTo(TABLE.releasedAtNs(parts[0], period.plusMonths(12)));
        });
  }

  @Test
  void coversEverySeriesOfTheSharedData() throws IOException {
    Path folder = SharedData.require("macro/fred");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("_"))
          .allMatch(name -> TABLE.knows(name.replace(".csv", "")));
    }
  }

  @Test
  void takesSeriesOfAUsersFileOverItsOwn() {
    ReleaseTable mine =
        TABLE.with(
            settings(
                """
                zone: Europe/Berlin
                releases:
                  - { series: [IFO, ZEW], period: month, lag: 0, at: 10:00, source: ifo Institut }
                  - { series: CPIAUCSL, period: month, lag: 20, at: 09:00, zone: UTC }
                """));

    assertThat(at(mine.releasedAtNs("ZEW", LocalDate.of(2024, 4, 1))))
        .isEqualTo(Instant.parse("2024-04-30T08:00:00Z"));
    assertThat(at(mine.releasedAtNs("CPIAUCSL", LocalDate.of(2024, 1, 1))))
        .isEqualTo(Instant.parse("2024-02-20T09:00:00Z"));
    assertThat(mine.knows("PAYEMS")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ series: A, lag: 1, at: 10:00 } | period",
        "{ series: A, period: month, lag: -1, at: 10:00 } | lag must be from 0 to 3660, but was \"-1\"",
        "{ series: A, period: fortnight, lag: 1, at: 10:00 } | period",
        "{ series: A, period: day, lag: 1, at: 25:00 } | at",
        "{ series: A, period: day, lag: 1, at: 10:00, calender: FX_WEEK } | unknown setting",
        "{ series: A, period: day, lag: 1, at: 10:00, calendar: MOON } | calendar must be one of",
        "{ period: day, lag: 1, at: 10:00 } | series",
        "{ series: [A, A], period: day, lag: 1, at: 10:00 } | declared once",
      })
  void refusesARuleThatIsNone(String rule, String message) {
    assertThatThrownBy(() -> TABLE.with(settings("releases:\n  - " + rule)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesASeriesThatNobodyDeclaredAndNamesTheNearest() {
    assertThatThrownBy(() -> TABLE.releasedAtNs("UNRAET", LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "series must be declared in the release table, but \"UNRAET\" is not; did you mean \"UNRATE\"?");
  }

  @Test
  void saysARuleInWords() {
    assertThat(TABLE.describe("DTWEXBGS"))
        .isEqualTo(
            "1 day after the day, then on monday, 16:15 America/New_York; Federal Reserve, H.10 Foreign Exchange Rates, on Monday for the week before");
  }

  @Test
  void thePageOfMacroFeaturesHasEverySeriesWithItsSource() throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/features/macro.md"));

    assertThat(TABLE.series())
        .allSatisfy(series -> {
          String[] words = TABLE.describe(series).split(" America/New_York; ", 2);
          int at = words[0].lastIndexOf(", ");
          assertThat(page.lines().filter(line -> line.contains("`" + series + "`")))
              .anyMatch(line ->
                  line.endsWith(
                      " | %s | %s | %s |"
                          .formatted(
                              words[0].substring(0, at), words[0].substring(at + 2), words[1])));
        });
  }

  private static Settings settings(String yaml) {
    return YamlSettings.read("mine.yaml", new StringReader(yaml), variable -> null);
  }

  private static Instant at(long timeNs) {
    return Instant.ofEpochSecond(0, timeNs);
  }
}
