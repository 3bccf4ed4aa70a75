package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.Timeframe.Kind;
import quorate.domain.property.ForAll;

class TimeframeTest {
  private static final List<Kind> KINDS = List.of(Kind.values());

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "30s, PT30S",
    "90s, PT90S",
    "1m, PT1M",
    "5m, PT5M",
    "90m, PT90M",
    "1h, PT1H",
    "4h, PT4H",
    "1d, P1D"
  })
  void readsASpanOfTime(String text, Duration length) {
    Timeframe timeframe = Timeframe.parse(text);

    assertThat(timeframe.isTime()).isTrue();
    assertThat(timeframe.durationNs()).isEqualTo(length.toNanos());
    assertThat(timeframe).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "500t, TICKS, 500",
    "1000v, VOLUME, 1000",
    "5000000$, DOLLARS, 5000000",
    "999999999999t, TICKS, 999999999999"
  })
  void readsAnAmountOfTrading(String text, Kind kind, long size) {
    Timeframe timeframe = Timeframe.parse(text);

    assertThat(timeframe).isEqualTo(new Timeframe(kind, size)).hasToString(text);
    assertThat(timeframe.isTime()).isFalse();
    assertThatThrownBy(timeframe::durationNs)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bars of " + text + " have no fixed length in time");
  }

  @ParameterizedTest
  @CsvSource({"60s, 1m", "3600s, 1h", "60m, 1h", "24h, 1d", "1440m, 1d", "86400s, 1d", "61s, 61s"})
  void isWrittenInTheLargestUnitThatFits(String text, String canonical) {
    assertThat(Timeframe.parse(text)).hasToString(canonical).isEqualTo(Timeframe.parse(canonical));
  }

  @Test
  void readsBackWhatItWrites() {
    ForAll.cases(
        2_000,
        1,
        chance -> {
          Kind kind = KINDS.get(chance.nextInt(KINDS.size()));
          return kind == Kind.TIME
              ? new Timeframe(kind, chance.nextLong(1, 86_401) * 1_000_000_000L)
              : new Timeframe(kind, chance.nextLong(1, 1_000_000_000_000L));
        },
        timeframe -> assertThat(Timeframe.parse(timeframe.toString())).isEqualTo(timeframe));
  }

  @Test
  void countsMinutes() {
    assertThat(Timeframe.ofMinutes(15)).isEqualTo(Timeframe.parse("15m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "m", "0m", "05m", "-5m", "1.5h", "5M", "5 m", "5min", "1w", "5mm"})
  void refusesAnotherForm(String text) {
    assertThatThrownBy(() -> Timeframe.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "timeframe must be a number and one of s, m, h, d, t (trades), v (volume), $ (value),"
                + " such as 5m, but was \""
                + text
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2d, 2d",
    "25h, 25h",
    "1441m, 1441m",
    "86401s, 86401s",
    "999999999999d, 999999999999d",
    "999999999999s, 999999999999s"
  })
  void refusesMoreThanOneSession(String text, String found) {
    assertThatThrownBy(() -> Timeframe.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeframe must be at most one session (1d), but was " + found);
  }

  @Test
  void refusesMoreThanOneSessionHoweverItIsMade() {
    assertThatThrownBy(() -> Timeframe.ofMinutes(25 * 60))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeframe must be at most one session (1d), but was 25h");
  }

  @ParameterizedTest
  @CsvSource({"0, TIME", "-1, TIME", "0, TICKS", "-5, DOLLARS"})
  void refusesASizeThatIsNotPositive(long size, Kind kind) {
    assertThatThrownBy(() -> new Timeframe(kind, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeframe must be positive, but was " + size);
  }

  /// It could not be written, so it could not be read back.
  @ParameterizedTest
  @ValueSource(longs = {1, 999_999_999, 1_500_000_000})
  void refusesPartsOfASecond(long size) {
    assertThatThrownBy(() -> new Timeframe(Kind.TIME, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeframe must be whole seconds, but was " + size + " ns");
  }
}
