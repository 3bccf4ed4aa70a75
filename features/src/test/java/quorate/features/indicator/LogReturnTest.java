package quorate.features.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;

class LogReturnTest {
  private final MutableBar bar = new MutableBar().times(0, 60);

  @Test
  void isTheLogarithmOfTheRatioOfCloses() {
    LogReturn one = new LogReturn(1);
    one.update(close(100));
    one.update(close(110));

    assertThat(one.value()).isCloseTo(0.0953101798043249, within(1e-15)); // log 1.1
  }

  @Test
  void isZeroForTheFirstBarAfterAGapAndLeavesItOutOfLongerReturns() {
    LogReturn one = new LogReturn(1);
    LogReturn three = new LogReturn(3);
    double[] closes = {100, 110, 500, 550};
    for (int i = 0; i < closes.length; i++) {
      bar.flags(i == 2 ? BarFlags.AFTER_GAP : 0);
      one.update(close(closes[i]));
      three.update(close(closes[i]));
      if (i == 2) {
        assertThat(one.value()).isZero();
      }
    }

    assertThat(three.value()).isCloseTo(2 * Math.log(1.1), within(1e-15));
  }

  @Test
  void refusesACloseThatHasNoLogarithm() {
    assertThatThrownBy(() -> new LogReturn(1).update(close(-37.63)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "close must be positive to have a log return, but was -37.63 (bar that ends at 60)");
  }

  private BarView close(double close) {
    return bar.prices(close, close, close, close);
  }
}
