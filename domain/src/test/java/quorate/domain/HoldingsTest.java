package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

  /// Equity, reference, the fall as a fraction of the reference.
  @ParameterizedTest
  @CsvSource({
    "100, 100, 0",
    "95, 100, 0.05",
    "0, 100, 1",
    "-50, 100, 1.5", // a debt is more than everything
    "101, 100, 0", // a gain is no loss
    "50, 0, 0", // nothing can be lost of nothing
    "-50, 0, 0",
    "-50, -10, 0"
  })
  void fallsAsAFractionOfThePeakAndOfTheSessionsFirstEquity(
      String equity, String reference, double fall) {
    assertThat(holdings(equity, reference, "1").drawdown()).isEqualTo(fall, ROUNDING);
    assertThat(holdings(equity, "1", reference).sessionLoss()).isEqualTo(fall, ROUNDING);
  }

  @Test
  void measuresPeakAndSessionApart() {
    Holdings holdings = holdings("80", "100", "160");

    assertThat(holdings.drawdown()).isEqualTo(0.2, ROUNDING);
    assertThat(holdings.sessionLoss()).isEqualTo(0.5, ROUNDING);
  }

  @Test
  void hasOnePositionPerInstrumentInTheirOrder() {
    Position flat = Position.flat(0, Currency.USD);
    Position open = position(1, -3);
    Money equity = Money.of("100", Currency.USD);

    Holdings holdings =
        new Holdings(1, List.of(equity), List.of(flat, open), equity, equity, equity);

    assertThat(holdings.position(0)).isSameAs(flat);
    assertThat(holdings.position(1)).isSameAs(open);
  }

  @Test
  void doNotChangeWithTheListsTheyCameFrom() {
    Money equity = Money.of("100", Currency.USD);
    List<Money> cash = new ArrayList<>(List.of(equity));
    List<Position> positions = new ArrayList<>();
    Holdings holdings = new Holdings(1, cash, positions, equity, equity, equity);

    cash.clear();
    positions.add(position(0, 1));

    assertThat(holdings.cash()).containsExactly(equity);
    assertThat(holdings.positions()).isEmpty();
  }

  @Test
  void startFlatWithNothingGainedOrPaid() {
    Money zero = Money.zero(Currency.EUR);

    assertThat(Position.flat(4, Currency.EUR)).isEqualTo(new Position(4, 0, zero, zero, zero));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "-1, false"})
  void areFlatOnlyAtZero(long quantity, boolean flat) {
    assertThat(position(0, quantity).isFlat()).isEqualTo(flat);
  }

  private static Position position(int instrument, long quantity) {
    Money zero = Money.zero(Currency.USD);
    return new Position(instrument, quantity, zero, zero, zero);
  }

  private static Holdings holdings(String equity, String peak, String sessionStart) {
    return new Holdings(
        1,
        List.of(),
        List.of(),
        Money.of(equity, Currency.USD),
        Money.of(peak, Currency.USD),
        Money.of(sessionStart, Currency.USD));
  }
}
