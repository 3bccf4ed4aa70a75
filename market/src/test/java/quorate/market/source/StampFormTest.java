package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class StampFormTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static Instant read(String form, String text) {
    return read(form, text, ZoneOffset.UTC, TimeRule.Overlap.REFUSE);
  }

  private static Instant read(String form, String text, ZoneId zone, TimeRule.Overlap overlap) {
    Stamp stamp = new Stamp(zone, overlap);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StampForm.of(form).read(bytes, 0, bytes.length, stamp);
    return Instant.EPOCH.plusNanos(stamp.utcNs());
  }

  @Test
  void readsEpochsOfEveryUnit() {
    assertThat(read("epoch_s", "1385337600")).isEqualTo("2013-11-25T00:00:00Z");
    assertThat(read("epoch_ms", "1576450800028")).isEqualTo("2019-12-15T23:00:00.028Z");
    assertThat(read("epoch_us", "1576450800028001")).isEqualTo("2019-12-15T23:00:00.028001Z");
    assertThat(read("epoch_ns", "1719878281218485389")).isEqualTo("2024-07-01T23:58:01.218485389Z");
    assertThat(read("epoch_ms", "79200579.427")).isEqualTo("1970-01-01T22:00:00.579427Z");
    assertThat(read("epoch_s", "-1")).isEqualTo("1969-12-31T23:59:59Z");
  }

  @Test
  void readsIsoWithAndWithoutTimeFractionAndOffset() {
    assertThat(read("iso", "2013-02-28")).isEqualTo("2013-02-28T00:00:00Z");
    assertThat(read("iso", "2013-02-28 09:30")).isEqualTo("2013-02-28T09:30:00Z");
    assertThat(read("iso", "2015-09-23T20:57:42.146")).isEqualTo("2015-09-23T20:57:42.146Z");
    assertThat(read("iso", "2012-02-01 00:00:00+00:00")).isEqualTo("2012-02-01T00:00:00Z");
    assertThat(read("iso", "2012-02-01T00:00:00-0530")).isEqualTo("2012-02-01T05:30:00Z");
    assertThat(read("iso", "2012-02-01T00:00:00Z")).isEqualTo("2012-02-01T00:00:00Z");
  }

  @Test
  void readsPatternsOfDigitsAndOfNames() {
    assertThat(read("yyyyMMdd HHmmssSSS", "20200101 170010447"))
        .isEqualTo("2020-01-01T17:00:10.447Z");
    assertThat(read("M/d/yyyy H:mm", "11/5/2019 9:30")).isEqualTo("2019-11-05T09:30:00Z");
    assertThat(read("M/d/yyyy H:mm", "1/15/2019 15:59")).isEqualTo("2019-01-15T15:59:00Z");
    assertThat(read("MMM d yyyy", "Feb 1 2000")).isEqualTo("2000-02-01T00:00:00Z");
    assertThat(read("yyyy-MM-dd HH:mm:ss xxx", "2013-01-02 01:00:00 +01:00"))
        .isEqualTo("2013-01-02T00:00:00Z");
  }

  @Test
  void refusesDatesAndTimesThatDoNotExist() {
    assertThatThrownBy(() -> read("iso", "2013-02-30"))
        .isInstanceOf(DateTimeException.class)
        .hasMessage("date must exist, but 2013-02-30 does not");
    assertThatThrownBy(() -> read("yyyyMMdd HHmmss", "20130229 000000"))
        .hasMessage("date must exist, but 2013-02-29 does not");
    assertThatThrownBy(() -> read("iso", "2013-02-28 24:00"))
        .hasMessage("time of day must exist, but 24:00:00 does not");
    assertThatThrownBy(() -> read("MMM d yyyy", "Feb 30 2000"))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> read("iso", "2013-2-8"))
        .hasMessage("time must be written as declared in time.form");
    assertThatThrownBy(() -> read("epoch_ms", "12x")).hasMessage("time must be a number");
    assertThatThrownBy(() -> read("epoch_s", "99999999999"))
        .hasMessage("time must be from 1678 to 2261");
  }

  @Test
  void followsDaylightSavingOfTheZone() {
    // New York is 5 hours behind UTC in winter, 4 in summer; 2013 changed on March 10 and November
    // 3.
    assertThat(read("iso", "2013-03-08 09:30", NEW_YORK, TimeRule.Overlap.REFUSE))
        .isEqualTo("2013-03-08T14:30:00Z");
    assertThat(read("iso", "2013-03-10 03:00", NEW_YORK, TimeRule.Overlap.REFUSE))
        .isEqualTo("2013-03-10T07:00:00Z");
    assertThat(read("iso", "2013-03-11 09:30", NEW_YORK, TimeRule.Overlap.REFUSE))
        .isEqualTo("2013-03-11T13:30:00Z");
  }

  @Test
  void refusesALocalTimeThatTheClockSkips() {
    assertThatThrownBy(() -> read("iso", "2013-03-10 02:30", NEW_YORK, TimeRule.Overlap.EARLIER))
        .isInstanceOf(DateTimeException.class)
        .hasMessage(
            "time must exist in America/New_York, but the clock is put forward over"
                + " 2013-03-10T02:30");
  }

  @Test
  void asksWhichInstantALocalTimeMeansThatTheClockShowsTwice() {
    assertThat(read("iso", "2013-11-03 01:30", NEW_YORK, TimeRule.Overlap.EARLIER))
        .isEqualTo("2013-11-03T05:30:00Z");
    assertThat(read("iso", "2013-11-03 01:30", NEW_YORK, TimeRule.Overlap.LATER))
        .isEqualTo("2013-11-03T06:30:00Z");
    assertThatThrownBy(() -> read("iso", "2013-11-03 01:30", NEW_YORK, TimeRule.Overlap.REFUSE))
        .hasMessage(
            "time must be one instant in America/New_York, but the clock is put back over"
                + " 2013-11-03T01:30; declare time.overlap: earlier or later");
  }

  @Test
  void agreesWithTheJdkOnAnyInstantOfAnyForm() {
    String[] forms = {
      "yyyy-MM-dd HH:mm:ss", "yyyyMMdd HHmmss", "d.M.yyyy H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"
    };
    ZoneId[] zones = {
      NEW_YORK, ZoneId.of("Europe/Berlin"), ZoneOffset.UTC, ZoneId.of("Australia/Lord_Howe")
    };
    ForAll.cases(
        4_000,
        5,
        random ->
            new Object[] {
              Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L)),
              zones[random.nextInt(zones.length)],
              forms[random.nextInt(forms.length)]
            },
        drawn -> {
          ZonedDateTime time = ((Instant) drawn[0]).atZone((ZoneId) drawn[1]);
          String form = (String) drawn[2];
          boolean later =
              !time.withLaterOffsetAtOverlap().equals(time.withEarlierOffsetAtOverlap())
                  && time.equals(time.withLaterOffsetAtOverlap());
          String text =
              DateTimeFormatter.ofPattern(form, Locale.ROOT).format(LocalDateTime.from(time));

          Instant read =
              read(
                  form,
                  text,
                  (ZoneId) drawn[1],
                  later ? TimeRule.Overlap.LATER : TimeRule.Overlap.EARLIER);

          // Offsets of before 1900 have odd seconds; texts carry whole ones, so nothing is lost.
          assertThat(read).isEqualTo(time.toInstant());
        });
  }
}
