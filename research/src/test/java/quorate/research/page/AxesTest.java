package quorate.research.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class AxesTest {
  @Test
  void marksRoundValues() {
    ValueAxis axis = ValueAxis.exactly(0, 10);

    assertThat(axis.marks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(axis.places()).isZero();
    assertThat(axis.fromTop(10)).isZero();
    assertThat(axis.fromTop(2.5)).isCloseTo(0.75, within(1e-15));
  }

  @Test
  void showsThePlacesThatTellMarksApart() {
    assertThat(ValueAxis.exactly(0, 0.5).places()).isEqualTo(1);
    assertThat(ValueAxis.exactly(0, 12.5).places()).isEqualTo(1); // steps of 2.5
    assertThat(ValueAxis.exactly(0, 0.012).places()).isEqualTo(4); // steps of 0.0025
  }

  @Test
  void hasAFewMarksInsideForEveryRange() {
    ForAll.cases(
        500,
        1,
        chance ->
            new double[] {
              1e6 * (chance.nextDouble() - 0.5), Math.pow(10, 12 * chance.nextDouble() - 6)
            },
        range -> {
          ValueAxis axis = ValueAxis.around(range[0], range[0] + range[1]);

          assertThat(axis.marks()).hasSizeBetween(2, 7);
          assertThat(axis.marks()).allMatch(mark -> mark >= axis.low() && mark <= axis.high());
        });
  }

  @Test
  void standsOnItsOwnForASingleValue() {
    ValueAxis axis = ValueAxis.around(100, 100);

    assertThat(axis.fromTop(100)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void marksBeginningsOfMonthsOverAYear() {
    List<TimeAxis.Mark> marks =
        TimeAxis.marks(ns("2024-01-15T00:00:00Z"), ns("2024-12-20T00:00:00Z"), ZoneOffset.UTC);

    assertThat(marks)
        .extracting(TimeAxis.Mark::label)
        .containsExactly("Mar 2024", "May 2024", "Jul 2024", "Sep 2024", "Nov 2024");
  }

  @Test
  void marksHoursOfTheExchangesZone() {
    // 09:30 to 16:00 in New York.
    List<TimeAxis.Mark> marks =
        TimeAxis.marks(
            ns("2024-07-01T13:30:00Z"), ns("2024-07-01T20:00:00Z"), ZoneId.of("America/New_York"));

    assertThat(marks)
        .extracting(TimeAxis.Mark::label)
        .containsExactly("10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00");
  }

  @Test
  void hasAtMostAHandfulOfMarksForEverySpan() {
    ForAll.cases(
        500,
        2,
        chance ->
            new long[] {
              chance.nextLong(1L << 60), (long) Math.pow(10, 10 + 8 * chance.nextDouble())
            },
        span -> {
          List<TimeAxis.Mark> marks =
              TimeAxis.marks(span[0], span[0] + span[1], ZoneId.of("Europe/Berlin"));

          assertThat(marks).hasSizeLessThanOrEqualTo(10);
          assertThat(marks).extracting(TimeAxis.Mark::timeNs).isSorted();
          assertThat(marks).allMatch(m -> m.timeNs() >= span[0] && m.timeNs() <= span[0] + span[1]);
        });
  }

  @Test
  void marksDaysAcrossAChangeOfTheClock() {
    // Berlin goes forward on 2024-03-31; days stay days.
    long from = ns("2024-03-29T00:00:00Z");

    List<TimeAxis.Mark> marks =
        TimeAxis.marks(from, from + Duration.ofDays(5).toNanos(), ZoneId.of("Europe/Berlin"));

    assertThat(marks)
        .extracting(TimeAxis.Mark::label)
        .containsExactly("30 Mar", "31 Mar", "1 Apr", "2 Apr", "3 Apr");
  }

  private static long ns(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }
}
