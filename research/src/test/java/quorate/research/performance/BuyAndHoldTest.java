package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuyAndHoldTest {
  @Test
  void followsThePriceFromItsFirstClose() {
    PriceHistory price = history("BTC", 10, 50, 20, 60, 30, 40);

    EquityCurve holder = BuyAndHold.of(List.of(price), 1000);

    assertThat(holder.equities()).containsExactly(1000, 1200, 800);
    assertThat(holder.times()).containsExactly(10, 20, 30);
  }

  @Test
  void putsEqualPartsAndWaitsForLateInstruments() {
    // 500 each: A doubles at 20; B starts at 20 and halves at 30.
    PriceHistory a = history("A", 10, 1, 20, 2, 30, 2);
    PriceHistory b = history("B", 20, 8, 30, 4);

    EquityCurve holder = BuyAndHold.of(List.of(a, b), 1000);

    assertThat(holder.equities()).containsExactly(1000, 1500, 1250);
    assertThat(holder.exposure(0)).isEqualTo(500);
  }

  @Test
  void valuesWhatIsPaidInAForeignCurrencyAtTheRateOfEachMoment() {
    // Nobody knows the rate at 10. Bought at 100 · 1.00, worth 100 · 1.20 and 150 · 1.20 later.
    PriceHistory price =
        PriceHistory.of("FESX", 0)
            .bar(10, 90, 90, 90, 90, Double.NaN)
            .bar(20, 100, 100, 100, 100, 1.00)
            .bar(30, 100, 100, 100, 100, 1.20)
            .bar(40, 150, 150, 150, 150, 1.20)
            .history();

    EquityCurve holder = BuyAndHold.of(List.of(price), 1000);

    assertThat(holder.equities()).containsExactly(1000, 1000, 1200, 1800);
    assertThat(holder.exposure(0)).isZero();
  }

  @Test
  void refusesAnInstrumentWithoutAPrice() {
    PriceHistory empty = PriceHistory.of("NONE", 2).history();

    assertThatThrownBy(() -> BuyAndHold.of(List.of(empty), 1000))
        .hasMessage(
            "benchmark needs a positive first close, but there was none (instrument \"NONE\")");
  }

  private static PriceHistory history(String symbol, double... timesAndCloses) {
    PriceHistory.Recorder recorder = PriceHistory.of(symbol, 2);
    for (int i = 0; i < timesAndCloses.length; i += 2) {
      double close = timesAndCloses[i + 1];
      recorder.bar((long) timesAndCloses[i], close, close, close, close);
    }
    return recorder.history();
  }
}
