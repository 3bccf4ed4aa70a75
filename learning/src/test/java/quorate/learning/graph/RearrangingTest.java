package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorate.learning.graph.GradientCheck.check;

import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

/// Operations that move numbers and change none.
class RearrangingTest {
  @Test
  void twoAxesChangePlaces() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.input("x", 2, 1, 3);
    x.set(1, 2, 3, 4, 5, 6);

    Tensor ends = g.transpose(x, -1, 0);
    Tensor neighbours = g.transpose(x, 0, 1);
    g.inference().forward();

    assertThat(ends.shape()).hasToString("3×1×2");
    assertThat(ends.values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(neighbours.shape()).hasToString("1×2×3");
    assertThat(neighbours.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void exchangedAxesPassGradientsBack() {
    check((g, x) -> g.transpose(x.get(0), 0, 1), -1, 1, s(3, 4));
    check((g, x) -> g.transpose(x.get(0), 1, 3), -1, 1, s(2, 3, 2, 4, 2));
  }

  @Test
  void anAxisDoesNotChangePlacesWithItself() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.input("x", 2, 3);

    assertThatThrownBy(() -> g.transpose(x, 1, -1))
        .hasMessage("transpose needs two axes of 2×3, but was given 1 and -1");
  }

  @Test
  void aMaskChoosesBetweenTwo() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor mask = g.input("mask", 3);
    Tensor a = g.watch(g.input("a", 2, 3));
    Tensor b = g.watch(g.input("b", 2, 1));
    Tensor y = g.where(mask, a, b);
    Graph graph = g.training(g.sum(y));
    mask.set(1, 0, 1);
    a.set(1, Float.NaN, 3, 4, 5, 6);
    b.set(-1, -2);

    graph.forward();
    graph.backward();

    assertThat(y.values()).containsExactly(1, -1, 3, 4, -2, 6);
    assertThat(a.gradient()).containsExactly(1, 0, 1, 1, 0, 1);
    assertThat(b.gradient()).containsExactly(1, 1);
  }

  @Test
  void whatAMaskDoesNotFitIsRefused() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor mask = g.input("mask", 4);
    Tensor x = g.input("x", 2, 3);

    assertThatThrownBy(() -> g.where(mask, x, x))
        .hasMessage(
            "where needs shapes whose axes are equal or 1 from the last one back, but was given 4 and 2×3");
  }

  @Test
  void rowsAreGatheredFromATableAndTheirGradientsScattered() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor table = g.watch(g.input("table", 3, 2));
    Tensor index = g.input("index", 2, 2);
    Tensor y = g.gather(table, index);
    Tensor weights = g.constant("weights", new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
    Graph graph = g.training(g.sum(g.multiply(y, weights)));
    table.set(10, 11, 20, 21, 30, 31);
    index.set(2, 0, 2, 2);

    graph.forward();
    graph.backward();

    assertThat(y.shape()).hasToString("2×2×2");
    assertThat(y.values()).containsExactly(30, 31, 10, 11, 30, 31, 30, 31);
    assertThat(table.gradient()).containsExactly(3, 4, 0, 0, 1 + 5 + 7, 2 + 6 + 8);
  }

  @Test
  void anIndexOutsideTheTableIsRefused() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor index = g.input("word", 2);
    g.gather(g.input("table", 3, 2), index);
    Graph graph = g.inference();
    index.set(0, 1.5f);

    assertThatThrownBy(graph::forward)
        .hasMessage(
            "gather needs whole numbers from 0 to 2 for \"table\" (3×2), but number 1 of \"word\" (2) was 1.5");
  }

  @Test
  void aRepeatedTensorGathersTheGradientsOfAllItsCopies() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.input("x", 2);
    Tensor y = g.repeat(x, 3);
    x.set(4, 5);
    g.inference().forward();

    assertThat(y.values()).containsExactly(4, 5, 4, 5, 4, 5);
    check((h, leaves) -> h.repeat(leaves.get(0), 3), -1, 1, s(2, 2));
  }

  private static int[] s(int... sizes) {
    return sizes;
  }
}
