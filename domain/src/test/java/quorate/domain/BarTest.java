package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
  private static final Timeframe MINUTE = Timeframe.parse("1m");
  private static final Timeframe TRADES = Timeframe.parse("500t");

  @ParameterizedTest
  @CsvSource({
    "10, 12, 9, 11",
    "10, 10, 10, 10",
    "10, 12, 10, 12",
    "12, 12, 10, 10",
    "-3, -1, -4, -2"
  })
  void holdsItsFourPricesInOrder(long open, long high, long low, long close) {
    Bar bar = bar(MINUTE, 0, 60, open, high, low, close, 0);

    assertThat(bar.high()).isEqualTo(high);
    assertThat(bar.low()).isEqualTo(low);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 9, 8, 9", // high below open
    "9, 9, 8, 10", // high below close
    "9, 12, 10, 11", // low above open
    "11, 12, 10, 9" // low above close
  })
  void refusesPricesOutOfOrder(long open, long high, long low, long close) {
    assertThatThrownBy(() -> bar(MINUTE, 0, 60, open, high, low, close, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bar must have low ≤ open, close ≤ high, but had open %d, high %d, low %d, close %d"
                .formatted(open, high, low, close));
  }

  @Test
  void refusesToEndBeforeItsStart() {
    assertThatThrownBy(() -> bar(TRADES, 60, 59, 1, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bar must end after its start, but ran from 60 to 59");
  }

  /// All trades of a bar of trades can carry one time stamp; a span of time has a length.
  @Test
  void mayBeAnInstantOnlyWhenItCountsTrading() {
    assertThat(bar(TRADES, 60, 60, 1, 1, 1, 1, 0).endNs()).isEqualTo(60);
    assertThatThrownBy(() -> bar(MINUTE, 60, 60, 1, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bar must end after its start, but ran from 60 to 60");
  }

  @Test
  void refusesANegativeVolume() {
    assertThatThrownBy(() -> bar(MINUTE, 0, 60, 1, 1, 1, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("volume must not be negative, but was -1");
  }

  @Test
  void showsEachFlagAlone() {
    Bar bar = new Bar(0, MINUTE, 0, 60, 1, 1, 1, 1, 0, 0, BarFlags.FLAT | BarFlags.SHORT);

    assertThat(bar.isFlagged(BarFlags.FLAT)).isTrue();
    assertThat(bar.isFlagged(BarFlags.SHORT)).isTrue();
    assertThat(bar.isFlagged(BarFlags.AFTER_GAP)).isFalse();
    assertThat(bar.isFlagged(BarFlags.UNFINISHED | BarFlags.FLAT)).isTrue();
  }

  private static Bar bar(
      Timeframe timeframe,
      long startNs,
      long endNs,
      long open,
      long high,
      long low,
      long close,
      long volume) {
    return new Bar(0, timeframe, startNs, endNs, open, high, low, close, volume, 0, 0);
  }
}
