package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.learning.kernel.Kernels;

class OperationsTest {
  @TestFactory
  Stream<DynamicTest> everyOperationHasTheGradientOfItsNumbers() {
    return Stream.of(
        check(
            "linear",
            (g, x) -> g.linear(x.get(0), x.get(1), x.get(2), Activation.NONE),
            -1,
            1,
            s(5, 3),
            s(3, 4),
            s(4)),
        check(
            "linear without bias",
            (g, x) -> g.linear(x.get(0), x.get(1), null, Activation.NONE),
            -1,
            1,
            s(2, 2, 3),
            s(3, 17)),
        check(
            "linear, tanh",
            (g, x) -> g.linear(x.get(0), x.get(1), x.get(2), Activation.TANH),
            -1,
            1,
            s(5, 3),
            s(3, 4),
            s(4)),
        check(
            "linear, sigmoid",
            (g, x) -> g.linear(x.get(0), x.get(1), x.get(2), Activation.SIGMOID),
            -1,
            1,
            s(5, 3),
            s(3, 4),
            s(4)),
        check(
            "linear, relu",
            (g, x) -> g.linear(x.get(0), x.get(1), x.get(2), Activation.RELU),
            0.1f,
            1,
            s(5, 3),
            s(3, 4),
            s(4)),
        check(
            "matrices",
            (g, x) -> g.multiplyMatrices(x.get(0), x.get(1)),
            -1,
            1,
            s(2, 3, 4),
            s(2, 4, 5)),
        check(
            "matrices, one for all",
            (g, x) -> g.multiplyMatrices(x.get(0), x.get(1)),
            -1,
            1,
            s(2, 3, 4),
            s(4, 5)),
        check("add", (g, x) -> g.add(x.get(0), x.get(1)), -1, 1, s(3, 4), s(3, 4)),
        check("add a row", (g, x) -> g.add(x.get(0), x.get(1)), -1, 1, s(3, 4), s(4)),
        check(
            "subtract from a column",
            (g, x) -> g.subtract(x.get(0), x.get(1)),
            -1,
            1,
            s(3, 1),
            s(3, 4)),
        check(
            "multiply a row and a column",
            (g, x) -> g.multiply(x.get(0), x.get(1)),
            -1,
            1,
            s(2, 1, 4),
            s(3, 1)),
        check("multiply by itself", (g, x) -> g.multiply(x.get(0), x.get(0)), -1, 1, s(3)),
        check("divide", (g, x) -> g.divide(x.get(0), x.get(1)), 1, 2, s(3, 4), s(1)),
        check("minimum", (g, x) -> g.minimum(x.get(0), x.get(1)), -1, 1, s(3, 4), s(3, 4)),
        check("maximum", (g, x) -> g.maximum(x.get(0), x.get(1)), -1, 1, s(3, 4), s(4)),
        check("negate", (g, x) -> g.negate(x.get(0)), -1, 1, s(5)),
        check("exp", (g, x) -> g.exp(x.get(0)), -2, 2, s(5)),
        check("log", (g, x) -> g.log(x.get(0)), 0.5f, 3, s(5)),
        check("tanh", (g, x) -> g.tanh(x.get(0)), -2, 2, s(17)),
        check("sigmoid", (g, x) -> g.sigmoid(x.get(0)), -3, 3, s(5)),
        check("relu", (g, x) -> g.relu(x.get(0)), 0.1f, 1, s(5)),
        check("relu below 0", (g, x) -> g.relu(x.get(0)), -1, -0.1f, s(5)),
        check("softplus", (g, x) -> g.softplus(x.get(0)), -3, 3, s(5)),
        check("gelu", (g, x) -> g.gelu(x.get(0)), -3, 3, s(17)),
        check("silu", (g, x) -> g.silu(x.get(0)), -3, 3, s(17)),
        check("square", (g, x) -> g.square(x.get(0)), -2, 2, s(5)),
        check("root", (g, x) -> g.root(x.get(0)), 0.5f, 3, s(5)),
        check("absolute", (g, x) -> g.absolute(x.get(0)), -2, -0.1f, s(5)),
        check("logGamma", (g, x) -> g.logGamma(x.get(0)), 0.5f, 4, s(9)),
        check("digamma", (g, x) -> g.digamma(x.get(0)), 0.5f, 4, s(9)),
        check("affine", (g, x) -> g.affine(x.get(0), 3, -1), -2, 2, s(5)),
        check("clip inside", (g, x) -> g.clip(x.get(0), -1, 1), -0.9f, 0.9f, s(5)),
        check("clip outside", (g, x) -> g.clip(x.get(0), -1, 1), 1.1f, 2, s(5)),
        check("sum", (g, x) -> g.sum(x.get(0)), -1, 1, s(4, 9)),
        check("mean", (g, x) -> g.mean(x.get(0)), -1, 1, s(4, 9)),
        check("sum of rows", (g, x) -> g.sum(x.get(0), 0), -1, 1, s(4, 3)),
        check("mean in the middle", (g, x) -> g.mean(x.get(0), 1), -1, 1, s(2, 4, 3)),
        check("max", (g, x) -> g.max(x.get(0), -1), -5, 5, s(4, 3)),
        check("softmax", (g, x) -> g.softmax(x.get(0)), -1, 1, s(3, 4)),
        check("softmax of long rows", (g, x) -> g.softmax(x.get(0)), -1, 1, s(2, 33)),
        check("logSoftmax", (g, x) -> g.logSoftmax(x.get(0)), -1, 1, s(3, 4)),
        check("join", (g, x) -> g.join(1, x.get(0), x.get(1)), -1, 1, s(2, 3, 2), s(2, 1, 2)),
        check("slice", (g, x) -> g.slice(x.get(0), 1, 1, 3), -1, 1, s(2, 4, 2)),
        check("reshape", (g, x) -> g.square(g.reshape(x.get(0), 6)), -1, 1, s(2, 3)),
        check(
            "used twice",
            (g, x) -> g.add(g.exp(x.get(0)), g.multiply(x.get(0), x.get(1))),
            -1,
            1,
            s(3),
            s(3)));
  }

  private static int[] s(int... sizes) {
    return sizes;
  }

  private static DynamicTest check(
      String name,
      GradientCheck.Declaration declaration,
      float least,
      float most,
      int[]... shapes) {
    return DynamicTest.dynamicTest(
        name, () -> GradientCheck.check(declaration, least, most, shapes));
  }

  @Test
  void aPickedNumberPassesItsGradientToItsPlace() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.watch(g.input("x", 2, 3));
    Tensor index = g.input("index", 2);
    Graph graph = g.training(g.sum(g.scale(g.pick(x, index), 2)));
    x.set(1, 2, 3, 4, 5, 6);
    index.set(2, 0);

    graph.forward();
    graph.backward();

    assertThat(x.gradient()).containsExactly(0, 0, 2, 2, 0, 0);
  }

  @Test
  void noGradientFlowsThroughAStop() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor x = g.watch(g.input("x", 2));
    Graph graph = g.training(g.sum(g.multiply(x, g.stopGradient(x))));
    x.set(3, 5);

    graph.forward();
    graph.backward();

    assertThat(x.gradient()).containsExactly(3, 5);
  }

  @Test
  void errorsNameTheOperationAndBothShapes() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor wide = g.input("wide", 64, 4);
    Tensor high = g.input("high", 5, 64);

    assertThatThrownBy(() -> g.linear(wide, high, null, Activation.NONE))
        .hasMessage(
            "linear needs x of […][in] and a weight of [in][out], but was given 64×4 and 5×64");
    assertThatThrownBy(() -> g.add(wide, high)).hasMessageContaining("64×4 and 5×64");
    assertThatThrownBy(() -> g.multiplyMatrices(wide, high)).hasMessageContaining("64×4 and 5×64");
    assertThatThrownBy(() -> g.reshape(wide, 3, 5)).hasMessageContaining("3×5 for 64×4");
    assertThatThrownBy(() -> g.training(wide))
        .hasMessage("a loss must be a single number, but \"wide\" was 64×4");
  }

  @Test
  void anIndexOutsideItsRowIsRefused() {
    GraphBuilder g = new GraphBuilder(Kernels.scalar());
    Tensor index = g.input("action", 1);
    g.pick(g.input("x", 1, 3), index);
    Graph graph = g.inference();
    index.set(3);

    assertThatThrownBy(graph::forward)
        .hasMessage(
            "pick needs a whole number from 0 to 2 in each row, but row 0 of \"action\" was 3.0");
  }
}
