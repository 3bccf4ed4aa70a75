package quorate.features.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  private static final List<String> PAIR = List.of("SPY", "TLT");

  @Test
  void copiesWhatItIsGiven() {
    double[][] given = {{0.01, 0.02}, {0.03, 0.04}};
    Returns returns = Returns.of(PAIR, 252, given);

    given[0][1] = 9;
    returns.onDay(0)[1] = 9;

    assertThat(returns.at(0, 1)).isEqualTo(0.02);
    assertThat(returns.onDay(1)).containsExactly(0.03, 0.04);
    assertThat(returns.days()).isEqualTo(2);
    assertThat(returns.assets()).isEqualTo(PAIR);
    assertThat(returns.periodsPerYear()).isEqualTo(252);
  }

  @Test
  void namesTheAssetAndTheDayOfAReturnThatIsNoNumber() {
    assertThatThrownBy(() -> Returns.of(PAIR, 252, new double[][] {{0, 0}, {0, Double.NaN}}))
        .hasMessage("return must be finite, but was NaN (asset \"TLT\", day 1)");
    assertThatThrownBy(
            () -> Returns.of(PAIR, 252, new double[][] {{Double.NEGATIVE_INFINITY, 0}, {0, 0}}))
        .hasMessage("return must be finite, but was -Infinity (asset \"SPY\", day 0)");
  }

  @Test
  void needsTwoDaysOfOneReturnPerAsset() {
    assertThatThrownBy(() -> Returns.of(PAIR, 252, new double[][] {{0, 0}}))
        .hasMessage("a covariance needs at least 2 days of returns, but was given 1");
    assertThatThrownBy(() -> Returns.of(PAIR, 252, new double[][] {{0, 0}, {0, 0, 0}}))
        .hasMessage("day 1 must have 2 returns, one per asset, but had 3");
  }

  @Test
  void needsDifferentNamesAndAYear() {
    double[][] days = {{0, 0}, {0, 0}};

    assertThatThrownBy(() -> Returns.of(List.of("A", "A"), 252, days))
        .hasMessage("names of assets must be different and not blank, but there is \"A\" twice");
    assertThatThrownBy(() -> Returns.of(List.of("A", " "), 252, days))
        .hasMessage("names of assets must be different and not blank, but there is \" \"");
    assertThatThrownBy(() -> Returns.of(List.of(), 252, new double[][] {{}, {}}))
        .hasMessage("a covariance needs at least 1 asset, but was given 0");
    assertThatThrownBy(() -> Returns.of(PAIR, 0, days))
        .hasMessage("periods per year must be positive and finite, but was 0.0");
  }

  @Test
  void areTheRelativeChangesOfPrices() {
    Returns returns = Returns.ofPrices(PAIR, 252, new double[][] {{100, 50}, {110, 49}, {99, 49}});

    assertThat(returns.days()).isEqualTo(2);
    assertThat(returns.at(0, 0)).isCloseTo(0.1, within(1e-15));
    assertThat(returns.at(0, 1)).isCloseTo(-0.02, within(1e-15));
    assertThat(returns.at(1, 0)).isCloseTo(-0.1, within(1e-15));
    assertThat(returns.at(1, 1)).isZero();
  }

  @Test
  void refuseAPriceThatIsNotPositive() {
    assertThatThrownBy(
            () -> Returns.ofPrices(PAIR, 252, new double[][] {{100, 50}, {110, 0}, {1, 1}}))
        .hasMessage("price must be positive and finite, but was 0.0 (asset \"TLT\", day 1)");
    assertThatThrownBy(() -> Returns.ofPrices(PAIR, 252, new double[][] {{100, 50}, {110}}))
        .hasMessage("day 1 must have 2 prices, one per asset, but had 1");
  }

  /// The plain mean of eleven times 0.1 is 0.1 − 1.4e-17; what it leaves is taken off as well.
  @Test
  void leaveNothingOfAnAssetThatNeverMovesOnceCentred() {
    double[][] days = new double[11][2];
    for (int i = 0; i < 11; i++) {
      days[i] = new double[] {0.1, i};
    }

    double[][] centred = Returns.of(PAIR, 252, days).centred();

    for (int i = 0; i < 11; i++) {
      assertThat(centred[i][0]).isZero();
      assertThat(centred[i][1]).isEqualTo(i - 5);
    }
  }
}
