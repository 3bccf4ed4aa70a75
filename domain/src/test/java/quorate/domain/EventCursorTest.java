package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.ForAll;

class EventCursorTest {
  private final EventCursor cursor = new EventCursor();

  @Test
  void carriesATrade() {
    cursor.flags = 7;

    cursor.trade(3, 1_000, 320_025, 4);

    assertThat(cursor.kind).isEqualTo(EventKind.TRADE);
    assertThat(cursor.instrument).isEqualTo(3);
    assertThat(cursor.timeNs).isEqualTo(1_000);
    assertThat(cursor.price).isEqualTo(320_025);
    assertThat(cursor.quantity).isEqualTo(4);
    assertThat(cursor.flags).isZero();
    assertThat(cursor.lastPrice()).isEqualTo(320_025);
  }

  @Test
  void carriesAQuote() {
    cursor.flags = 7;

    cursor.quote(2, 1_001, 99, 5, 101, 6);

    assertThat(cursor.kind).isEqualTo(EventKind.QUOTE);
    assertThat(cursor.instrument).isEqualTo(2);
    assertThat(cursor.timeNs).isEqualTo(1_001);
    assertThat(cursor.bid()).isEqualTo(99);
    assertThat(cursor.bidSize()).isEqualTo(5);
    assertThat(cursor.ask()).isEqualTo(101);
    assertThat(cursor.askSize()).isEqualTo(6);
    assertThat(cursor.flags).isZero();
    assertThat(cursor.lastPrice()).isEqualTo(100);
  }

  @Test
  void carriesABarThatBecomesKnownAtItsEnd() {
    cursor.flags = 7;

    cursor.bar(1, 60, 120, 10, 14, 8, 12, 500);

    assertThat(cursor.kind).isEqualTo(EventKind.BAR);
    assertThat(cursor.instrument).isEqualTo(1);
    assertThat(cursor.startNs).isEqualTo(60);
    assertThat(cursor.timeNs).isEqualTo(120);
    assertThat(cursor.price).isEqualTo(10);
    assertThat(cursor.high).isEqualTo(14);
    assertThat(cursor.low).isEqualTo(8);
    assertThat(cursor.close).isEqualTo(12);
    assertThat(cursor.quantity).isEqualTo(500);
    assertThat(cursor.flags).isZero();
    assertThat(cursor.lastPrice()).isEqualTo(12);
  }

  /// Spreads and some energy contracts trade below zero; down is down there too.
  @ParameterizedTest
  @CsvSource({
    "10, 11, 10",
    "10, 12, 11",
    "0, 1, 0",
    "-1, 0, -1",
    "-2, -1, -2",
    "-4, -2, -3",
    "-5, 2, -2"
  })
  void roundsTheMiddleOfAQuoteDown(long bid, long ask, long middle) {
    cursor.quote(0, 0, bid, 1, ask, 1);

    assertThat(cursor.lastPrice()).isEqualTo(middle);
  }

  /// At twelve places a price of 4.7 million is more than half of what a `long` holds.
  @Test
  void findsTheMiddleOfAnyTwoPrices() {
    ForAll.cases(
        2_000,
        1,
        chance -> new long[] {chance.nextLong(), chance.nextLong()},
        quote -> {
          cursor.quote(0, 0, quote[0], 1, quote[1], 1);

          // An arithmetic shift of a big integer rounds down.
          assertThat(cursor.lastPrice())
              .isEqualTo(
                  BigInteger.valueOf(quote[0])
                      .add(BigInteger.valueOf(quote[1]))
                      .shiftRight(1)
                      .longValueExact());
        });
  }

  @Test
  void copiesEveryField() {
    EventCursor source = new EventCursor();
    source.bar(1, 60, 120, 10, 14, 8, 12, 500);
    source.flags = 9;

    cursor.copyFrom(source);

    assertThat(cursor).usingRecursiveComparison().isEqualTo(source);
  }

  @Test
  void doesNotChangeWithTheCursorItWasCopiedFrom() {
    EventCursor source = new EventCursor();
    source.trade(1, 2, 3, 4);
    cursor.copyFrom(source);

    source.quote(5, 6, 7, 8, 9, 10);

    assertThat(cursor.kind).isEqualTo(EventKind.TRADE);
    assertThat(cursor.price).isEqualTo(3);
  }
}
