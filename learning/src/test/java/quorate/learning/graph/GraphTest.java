package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

/// What several graphs may have in common, and what a builder lets in.
class GraphTest {
  private final GraphBuilder g = new GraphBuilder(Kernels.scalar());
  private final GraphBuilder other = new GraphBuilder(Kernels.scalar());
  private final Tensor x = g.input("prices", 2, 3);

  @Test
  void aTensorHasItsGradientFromOneGraph() {
    g.watch(x);
    other.watch(x);
    Graph first = g.training(g.sum(g.square(x)));

    assertThatThrownBy(() -> other.training(other.sum(x)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a tensor with a gradient must belong to one graph with a loss, but \"prices\" (2×3) would belong to two; feed each an input of its own, or take it through stopGradient");

    x.set(1, 2, 3, 4, 5, 6);
    first.forward();
    first.backward();
    first.backward();
    assertThat(x.gradient()).containsExactly(2, 4, 6, 8, 10, 12);
  }

  @Test
  void aGraphThatUsesAnotherOnesWatchedInputIsRefusedWhicheverComesFirst() {
    Parameters parameters = new Parameters();
    Tensor weight = parameters.add("weight", 3, 1);
    g.watch(x);
    Tensor loss = g.sum(g.linear(x, weight, null, Activation.NONE));
    Tensor second = other.sum(other.linear(x, weight, null, Activation.NONE));
    other.training(second);

    assertThatThrownBy(() -> g.training(loss)).hasMessageContaining("\"prices\" (2×3)");

    Tensor y = new GraphBuilder(Kernels.scalar()).input("y", 2, 3);
    GraphBuilder watching = new GraphBuilder(Kernels.scalar());
    watching.training(watching.sum(watching.square(watching.watch(y))));
    GraphBuilder using = new GraphBuilder(Kernels.scalar());
    Tensor third = using.sum(using.linear(y, weight, null, Activation.NONE));
    assertThatThrownBy(() -> using.training(third)).hasMessageContaining("\"y\" (2×3)");
  }

  @Test
  void graphsShareParametersAndInputsWithoutAGradient() {
    Parameters parameters = new Parameters();
    Tensor weight = parameters.add("weight", 3, 1);
    weight.set(1, 2, 3);
    x.set(1, 2, 3, 4, 5, 6);
    Graph one = g.training(g.sum(g.linear(x, weight, null, Activation.NONE)));
    Graph two = other.training(other.sum(other.linear(x, weight, null, Activation.NONE)));

    one.forward();
    one.backward();
    two.forward();
    two.backward();

    assertThat(weight.gradient()).containsExactly(10, 14, 18);
    assertThat(x.hasGradient()).isFalse();
  }

  @Test
  void aWatchedInputGoesIntoAnotherGraphThroughAStop() {
    Parameters parameters = new Parameters();
    Tensor weight = parameters.add("weight", 3, 1);
    Graph watching = g.training(g.sum(g.square(g.watch(x))));
    Tensor still = other.stopGradient(x);
    Graph using = other.training(other.sum(other.linear(still, weight, null, Activation.NONE)));
    x.set(1, 2, 3, 4, 5, 6);

    watching.forward();
    watching.backward();
    using.forward();
    using.backward();

    assertThat(x.gradient()).containsExactly(2, 4, 6, 8, 10, 12);
    assertThat(weight.gradient()).containsExactly(5, 7, 9);
  }

  @Test
  void aWatchedInputOnNoWayToTheLossHasAGradientOfZeros() {
    Tensor y = g.watch(g.input("y", 2));
    g.square(y);
    Graph graph = g.training(g.sum(g.watch(x)));

    graph.forward();
    graph.backward();

    assertThat(y.gradient()).containsExactly(0, 0);
  }

  @Test
  void onlyAnInputIsWatched() {
    Tensor hidden = g.linear(x, g.input("weight", 3, 4), g.input("bias", 4), Activation.TANH);

    assertThatThrownBy(() -> g.watch(hidden))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "only an input can be watched, but \"linear\" (2×4) is what an operation gives");
  }

  @Test
  void aJoinNeedsSomethingToJoin() {
    assertThatThrownBy(() -> g.join(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("join needs at least 1 tensor, but was given none along axis 0");
  }

  /// 2³² weights, of which an `int` keeps none.
  @Test
  void whatAnOperationKeepsBesideItsOutputMustFitIntoAnArray() {
    Tensor long1 = g.input("long", 1, 65_536, 1);

    assertThatThrownBy(() -> g.fused().attention(long1, long1, long1, 1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a tensor must have fewer than 2³¹ elements, but the shape was [1, 1, 65536, 65536]");
    Tensor weight = g.input("weight", 1, 65_536);
    assertThatThrownBy(
            () -> new StepInputs(Kernels.scalar(), long1, weight, g.input("bias", 65_536)))
        .hasMessage("a tensor must have fewer than 2³¹ elements, but the shape was [65536, 65536]");
    Tensor series = g.input("series", 1, 1, 98_303);
    assertThatThrownBy(
            () -> g.fused().convolution(series, g.input("weight", 1, 32_768, 1), null, 1, 0))
        .hasMessage(
            "a tensor must have fewer than 2³¹ elements, but the shape was [1, 32768, 65536]");
  }
}
