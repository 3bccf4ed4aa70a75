package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;

class ProductTest {
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void ofTurnedOperandsIsThatOfTransposedOnes(boolean aTurned, boolean bTurned) {
    Philox chance = Philox.seeded(5);
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Tensor a = aTurned ? g.input("a", 2, 4, 3) : g.input("a", 2, 3, 4);
    Tensor b = bTurned ? g.input("b", 2, 5, 4) : g.input("b", 2, 4, 5);
    for (Tensor each : new Tensor[] {a, b}) {
      for (int i = 0; i < each.values().length; i++) {
        each.values()[i] = (float) chance.nextGaussian();
      }
    }
    Tensor direct = g.multiplyMatrices(a, aTurned, b, bTurned);
    Tensor plain =
        g.multiplyMatrices(aTurned ? g.transpose(a, 1, 2) : a, bTurned ? g.transpose(b, 1, 2) : b);

    g.inference().forward();

    assertThat(direct.shape()).hasToString("2×3×5");
    assertThat(direct.values()).isEqualTo(plain.values());
  }

  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void passesGradientsBackHoweverItsOperandsLie(boolean aTurned, boolean bTurned) {
    int[] a = aTurned ? new int[] {2, 4, 3} : new int[] {2, 3, 4};
    int[] b = bTurned ? new int[] {2, 5, 4} : new int[] {2, 4, 5};
    int[] shared = bTurned ? new int[] {5, 4} : new int[] {4, 5};
    GradientCheck.Declaration product =
        (g, x) -> g.multiplyMatrices(x.get(0), aTurned, x.get(1), bTurned);

    GradientCheck.check(product, -1, 1, a, b);
    GradientCheck.check(product, -1, 1, a, shared);
  }

  @Test
  void ofMatricesThatDoNotFitIsRefused() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor a = g.input("a", 2, 3, 4);
    Tensor b = g.input("b", 2, 4, 5);

    assertThatThrownBy(() -> g.multiplyMatrices(a, false, b, true))
        .hasMessage(
            "multiplyMatrices needs …[m][k] and …[n][k] or [n][k], but was given 2×3×4 and 2×4×5");
  }
}
