package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static quorate.learning.graph.GradientCheck.check;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

class LossesTest {
  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());
  private final Losses losses = g.losses();

  @Test
  void squaredErrorIsTheMeanOfSquares() {
    assertThat(value(losses.squaredError(row(1, 2), row(4, 0)))).isEqualTo((9 + 4) / 2f);
  }

  @Test
  void huberIsASquareNearTheTargetAndALineBeyondDelta() {
    // ½·1² and 2·(5 − 1).
    assertThat(value(losses.huber(row(1, 5), row(0, 0), 2))).isEqualTo((0.5f + 8) / 2);
  }

  @Test
  void crossEntropyOfEvenOddsIsTheLogarithmOfTheirNumber() {
    Tensor logits = g.constant("logits", new float[] {3, 3, 3, 3, -1, -1, -1, -1}, 2, 4);

    assertThat(value(losses.crossEntropy(logits, row(0, 3))))
        .isCloseTo((float) Math.log(4), within(1e-6f));
  }

  @Test
  void gaussianIsTheNegativeLogarithmOfTheDensity() {
    // At two standard deviations of σ = 3: ½ ln 2π + ln 3 + 2.
    double expected = 0.5 * Math.log(2 * Math.PI) + Math.log(3) + 2;

    Tensor loss = losses.gaussian(row(1), row((float) Math.log(9)), row(7));

    assertThat(value(loss)).isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void quantileWeighsTheTwoSidesByTheLevel() {
    Tensor forecasts = g.constant("forecasts", new float[] {0, 20}, 1, 2);

    // 0.1·10 for the low one, which lies below the target; 0.1·10 for the high one above it.
    assertThat(value(losses.quantile(forecasts, row(10), 0.1f, 0.9f))).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void divergencesOfADistributionFromItselfAreZero() {
    Tensor a = row(0.3f, -2, 1);

    assertThat(value(losses.categoricalDivergence(a, a))).isZero();
    assertThat(value(losses.gaussianDivergence(a, a, a, a))).isCloseTo(0f, within(1e-6f));
    assertThat(value(losses.standardDivergence(row(0, 0), row(0, 0)))).isZero();
  }

  @Test
  void divergencesAreThoseOfTheDefinition() {
    // p = (½, ½), q = (¼, ¾): ½ ln 2 + ½ ln ⅔.
    Tensor p = row(0, 0);
    Tensor q = row(0, (float) Math.log(3));
    assertThat(value(losses.categoricalDivergence(p, q)))
        .isCloseTo((float) (0.5 * Math.log(4 / 3.0)), within(1e-6f));

    // N(1, 4) from N(3, 16): ½(ln 4 + (4 + 4)/16 − 1); from N(0, 1): ½(4 + 1 − 1 − ln 4).
    Tensor logFour = row((float) Math.log(4));
    Tensor logSixteen = row((float) Math.log(16));
    assertThat(value(losses.gaussianDivergence(row(1), logFour, row(3), logSixteen)))
        .isCloseTo((float) (0.5 * (Math.log(4) - 0.5)), within(1e-6f));
    assertThat(value(losses.standardDivergence(row(1), logFour)))
        .isCloseTo((float) (0.5 * (4 - Math.log(4))), within(1e-6f));
  }

  @Test
  void allPassGradientsBack() {
    check((h, x) -> h.losses().squaredError(x.get(0), x.get(1)), -1, 1, s(3, 2), s(3, 2));
    check((h, x) -> h.losses().huber(x.get(0), x.get(1), 0.5f), -2, 2, s(9), s(9));
    check(
        (h, x) -> h.losses().crossEntropy(x.get(0), h.constant("index", new float[] {2, 0, 1}, 3)),
        -1,
        1,
        s(3, 4));
    check((h, x) -> h.losses().gaussian(x.get(0), x.get(1), x.get(2)), -1, 1, s(4), s(4), s(4));
    check(
        (h, x) -> h.losses().quantile(x.get(0), x.get(1), 0.05f, 0.5f, 0.9f), -1, 1, s(4, 3), s(4));
    check((h, x) -> h.losses().categoricalDivergence(x.get(0), x.get(1)), -1, 1, s(2, 3), s(2, 3));
    check(
        (h, x) -> h.losses().gaussianDivergence(x.get(0), x.get(1), x.get(2), x.get(3)),
        -1,
        1,
        s(2, 3),
        s(2, 3),
        s(2, 3),
        s(2, 3));
    check((h, x) -> h.losses().standardDivergence(x.get(0), x.get(1)), -1, 1, s(2, 3), s(2, 3));
  }

  @Test
  void shapesThatDifferAreRefusedByName() {
    Tensor two = row(1, 2);
    Tensor three = row(1, 2, 3);

    for (Function<Tensor, Tensor> loss :
        java.util.List.<Function<Tensor, Tensor>>of(
            x -> losses.squaredError(x, three),
            x -> losses.huber(x, three, 1),
            x -> losses.gaussian(x, x, three),
            x -> losses.categoricalDivergence(x, three),
            x -> losses.gaussianDivergence(x, x, x, three),
            x -> losses.standardDivergence(x, three))) {
      assertThatThrownBy(() -> loss.apply(two))
          .hasMessageEndingWith("needs two tensors of one shape, but was given 2 and 3");
    }
    assertThatThrownBy(() -> losses.quantile(three, two, 0.5f))
        .hasMessageStartingWith("quantile needs x of […][1]")
        .hasMessageEndingWith("but was given 3 and 2");
  }

  private Tensor row(float... values) {
    return g.constant("row", values, values.length);
  }

  private float value(Tensor loss) {
    g.inference().forward();
    return loss.value();
  }

  private static int[] s(int... sizes) {
    return sizes;
  }
}
