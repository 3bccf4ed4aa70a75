package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class ExactSumTest {

  @Test
  void doesNotDriftOverMillionsOfExchanges() {
    Philox chance = Philox.seeded(4);
    double[] window = new double[30];
    ExactSum sum = new ExactSum();

    for (int i = 0; i < 3_000_000; i++) {
      double value = chance.nextInt(5000) == 0 ? 1e9 * chance.nextDouble() : chance.nextDouble();
      sum.exchange(value, window[i % 30]);
      window[i % 30] = value;
    }

    BigDecimal exact = BigDecimal.ZERO;
    for (double value : window) {
      exact = exact.add(new BigDecimal(value));
    }
    assertThat(new BigDecimal(sum.high()).add(new BigDecimal(sum.low())))
        .isEqualByComparingTo(exact);
  }

  @Test
  void givesEqualNumbersTheirOwnValueAsMean() {
    Philox chance = Philox.seeded(5);
    for (int n = 1; n <= 300; n++) {
      double value = 1000 * chance.nextDouble();
      ExactSum sum = new ExactSum();
      for (int i = 0; i < n; i++) {
        sum.add(value);
      }

      assertThat(sum.mean(n, 1.0 / n)).isEqualTo(value);
    }
  }

  @Test
  void keepsProductsAndSquaresWhole() {
    double a = 1 + Math.ulp(1.0);
    ExactSum sum = new ExactSum();

    sum.addProduct(a, a);
    sum.exchangeSquares(3, a);

    // a² + 3² − a² = 9, without the rounding of a².
    assertThat(sum.high() + sum.low()).isEqualTo(9);
  }
}
