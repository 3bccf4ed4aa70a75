package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

class StructureTest {
  private final GraphBuilder g = new GraphBuilder(Kernels.scalar());
  private final Parameters parameters = new Parameters();

  @Test
  void namesTheStepsThatLeadToAnOutputInTheirOrderAndNoOthers() {
    Tensor x = g.input("x", 2, 3);
    Tensor weight = parameters.add("weight", 3, 4);
    Tensor factors = g.constant("factors", new float[] {1, 2, 3, 4}, 4);
    Tensor hidden = g.linear(x, weight, null, Activation.RELU);
    Tensor scaled = g.multiply(hidden, factors);
    Tensor total = g.sum(scaled, 1);
    Tensor beside = g.mean(g.square(g.input("target", 2)));

    Structure structure = g.inference().leadingTo(List.of(total));

    assertThat(structure.steps())
        .containsExactly(
            new Step(new Form.Linear(Activation.RELU), List.of(x, weight), List.of(hidden)),
            new Step(
                new Form.Binary(BinaryFunction.MULTIPLY),
                List.of(hidden, factors),
                List.of(scaled)),
            new Step(
                new Form.Reduction(ReductionKind.SUM, OptionalInt.of(1)),
                List.of(scaled),
                List.of(total)));
    assertThat(structure.inputs()).containsExactly(x);
    assertThat(structure.constants()).containsExactly(factors);
    assertThat(structure.parameters()).containsExactly(weight);
    assertThat(structure.outputs()).containsExactly(total).doesNotContain(beside);
  }

  @Test
  void refusesAnOutputThatNoOperationGives() {
    Tensor x = g.input("x", 2, 3);
    g.exp(x);

    assertThatThrownBy(() -> g.inference().leadingTo(List.of(x)))
        .hasMessage(
            "an output must be what an operation of this graph gives, but \"x\" (2×3) is not");
  }

  @Test
  void aPieceSaysItsPlacesAlongItsAxis() {
    Tensor x = g.input("x", 2, 5, 3);
    Tensor piece = g.slice(x, -2, 1, 4);

    assertThat(g.inference().leadingTo(List.of(piece)).steps().getFirst().form())
        .isEqualTo(new Form.Slice(1, 1, 4));
  }
}
