package quorate.learning.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class TrigonometryTest {
  private final Philox chance = Philox.seeded(1);

  @Test
  void isWithinOneUnitInTheLastPlaceOfStrictMath() {
    for (double range : new double[] {1e-9, 0.3, 1, 4, 100, 10_000, 1 << 20, 1e9}) {
      for (int i = 0; i < 200_000; i++) {
        double angle = range * (2 * chance.nextDouble() - 1);
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        if (!(Math.abs(Trigonometry.sin(angle) - sin) <= Math.ulp(sin))
            || !(Math.abs(Trigonometry.cos(angle) - cos) <= Math.ulp(cos))) {
          assertThat(Trigonometry.sin(angle)).as("sin " + angle).isEqualTo(sin);
          assertThat(Trigonometry.cos(angle)).as("cos " + angle).isEqualTo(cos);
        }
      }
    }
  }

  @Test
  void isExactWhereItVanishesAndPeaks() {
    for (int quarters = -1000; quarters <= 1000; quarters++) {
      double angle = quarters * (Math.PI / 2);
      double sin = StrictMath.sin(angle);
      double cos = StrictMath.cos(angle);
      assertThat(Trigonometry.sin(angle)).isCloseTo(sin, within(Math.ulp(1e-10)));
      assertThat(Trigonometry.cos(angle)).isCloseTo(cos, within(Math.ulp(1e-10)));
    }
    assertThat(Trigonometry.sin(0)).isZero();
    assertThat(Trigonometry.cos(0)).isEqualTo(1);
  }

  @Test
  void hasNoValueWhereThereIsNone() {
    assertThat(Trigonometry.sin(Double.NaN)).isNaN();
    assertThat(Trigonometry.cos(Double.POSITIVE_INFINITY)).isNaN();
  }
}
