package quorate.market.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import quorate.domain.Bar;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Timeframe;
import quorate.market.calendar.Session;

/// Sessions, trades and bars told in minutes, for the tests of bars.
final class Minutes {
  static final long MINUTE = 60_000_000_000L;
  static final Instrument COIN =
      new Instrument(
          "BTC-USD",
          "BITSTAMP",
          "crypto",
          InstrumentKind.CRYPTO,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          2,
          0,
          "LISTED");

  private Minutes() {}

  /// A trade of one unit.
  static void trade(BarSet set, long minute, long price) {
    EventCursor event = new EventCursor();
    event.trade(0, minute * MINUTE, price, 1);
    set.update(event);
  }

  /// A bar of one unit at a price of 10.
  static void bar(BarSet set, long fromMinute, long toMinute) {
    EventCursor event = new EventCursor();
    event.bar(0, fromMinute * MINUTE, toMinute * MINUTE, 10, 10, 10, 10, 1);
    set.update(event);
  }

  static List<Timeframe> frames(String... timeframes) {
    return List.of(timeframes).stream().map(Timeframe::parse).toList();
  }

  static ListedSessions session(int day, long openMinute, long closeMinute) {
    return new ListedSessions(
        List.of(new Session(day(day), openMinute * MINUTE, closeMinute * MINUTE, List.of())));
  }

  static ListedSessions sessions(ListedSessions... each) {
    return new ListedSessions(
        List.of(each).stream().flatMap(list -> list.sessions().stream()).toList());
  }

  static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }

  static void assertBar(
      Bar bar,
      long fromMinute,
      long toMinute,
      long open,
      long high,
      long low,
      long close,
      long volume) {
    assertThat(
            List.of(
                bar.startNs() / MINUTE,
                bar.endNs() / MINUTE,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume()))
        .containsExactly(fromMinute, toMinute, open, high, low, close, volume);
  }
}
