package quorate.learning.layer;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GradientCheck;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.LstmStates;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.graph.TorchCase;
import quorate.learning.kernel.Kernels;

/// Every layer gives PyTorch's values and gradients, and the gradients of finite differences.
class LayerAgreementTest {
  /// How a case's layer is declared, its input being the first leaf.
  @FunctionalInterface
  private interface Declaration {
    Tensor declare(Parameters parameters, GraphBuilder g, List<Tensor> inputs);
  }

  private static final Philox CHANCE = Philox.seeded(1);

  private static final Map<String, Declaration> OURS =
      Map.ofEntries(
          entry(
              "linear",
              (p, g, x) -> new Linear(p, "l", 5, 4, Activation.TANH, CHANCE).apply(g, x.get(0))),
          entry(
              "mlp",
              (p, g, x) ->
                  new Mlp(p, "m", List.of(5, 4, 2), Activation.TANH, CHANCE).apply(g, x.get(0))),
          entry("layerNorm", (p, g, x) -> new LayerNorm(p, "n", 5).apply(g, x.get(0))),
          entry(
              "conv1d", (p, g, x) -> new Conv1d(p, "c", 3, 4, 3, 2, 1, CHANCE).apply(g, x.get(0))),
          entry("lstm", (p, g, x) -> new Lstm(p, "r", 3, 4, CHANCE).apply(g, x.get(0))),
          entry("lstm that starts anew", LayerAgreementTest::starting),
          entry("gru", (p, g, x) -> new Gru(p, "r", 3, 4, CHANCE).apply(g, x.get(0))),
          entry(
              "bidirectional lstm",
              (p, g, x) -> Bidirectional.lstm(p, "r", 3, 4, CHANCE).apply(g, x.get(0))),
          entry(
              "bidirectional gru",
              (p, g, x) -> Bidirectional.gru(p, "r", 3, 4, CHANCE).apply(g, x.get(0))),
          entry(
              "attention",
              (p, g, x) -> new MultiHeadAttention(p, "a", 4, 2, CHANCE).apply(g, x.get(0))),
          entry(
              "attention to the past",
              (p, g, x) ->
                  new MultiHeadAttention(p, "a", 4, 2, CHANCE)
                      .apply(g, x.get(0), x.get(0), past(g))),
          entry(
              "pooling",
              (p, g, x) -> new AttentionPooling(p, "a", 4, 3, CHANCE).apply(g, x.get(0))),
          entry(
              "encoder, norms first, gelu", (p, g, x) -> encoder(p, true).apply(g, x.get(0), null)),
          entry(
              "encoder, norms last, relu",
              (p, g, x) -> encoder(p, false).apply(g, x.get(0), past(g))));

  private static Tensor starting(Parameters p, GraphBuilder g, List<Tensor> x) {
    LstmStates states =
        new Lstm(p, "r", 3, 4, CHANCE).apply(g, x.get(0), x.get(2), x.get(3), x.get(1));
    return g.join(1, g.reshape(states.steps(), 2, 24), states.hidden(), states.cell());
  }

  private static TransformerEncoder encoder(Parameters p, boolean first) {
    var settings = new TransformerEncoder.Settings(2, 8, 2, 6, first, first, 0);
    return new TransformerEncoder(p, "e", settings, DropoutChance.seeded(1), CHANCE);
  }

  private static Tensor past(GraphBuilder g) {
    float[] mask = new float[25];
    for (int i = 0; i < 25; i++) {
      mask[i] = i % 5 <= i / 5 ? 1f : 0f;
    }
    return g.constant("past", mask, 5, 5);
  }

  @Test
  void allCasesAreThere() {
    assertThat(TorchCase.beside(LayerAgreementTest.class).stream().map(TorchCase::name))
        .containsExactlyInAnyOrderElementsOf(OURS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> agreesWithPyTorch() {
    return TorchCase.beside(LayerAgreementTest.class).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> agree(each)));
  }

  /// The case's inputs are x, the parameters, and what else the layer takes.
  private static void agree(TorchCase expected) {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    List<Tensor> all = expected.inputs(g);
    boolean starts = expected.name().equals("lstm that starts anew");
    List<Tensor> inputs = starts ? List.of(all.get(0), all.get(4), all.get(5), all.get(6)) : all;
    Parameters parameters = new Parameters();
    Tensor y = ours(expected).declare(parameters, g, inputs);
    List<Tensor> leaves = new ArrayList<>(List.of(all.getFirst()));
    leaves.addAll(parameters.list());
    leaves.addAll(starts ? inputs.subList(1, 4) : List.of());
    expected.agree(g, leaves, y);
  }

  private static Declaration ours(TorchCase expected) {
    return Objects.requireNonNull(OURS.get(expected.name()));
  }

  @TestFactory
  Stream<DynamicTest> hasTheGradientOfItsNumbers() {
    return TorchCase.beside(LayerAgreementTest.class).stream()
        .filter(each -> !each.name().equals("lstm that starts anew"))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private static void check(TorchCase expected) {
    Parameters parameters = new Parameters();
    int[] shape = expected.input(new GraphBuilder(Kernels.scalar()), 0).shape().toArray();
    // Where gains may be near 0 two layer norms curve too sharply for the step of the differences.
    float least = expected.name().startsWith("encoder") ? 0.3f : -1;
    GradientCheck.check(
        parameters, (g, x) -> ours(expected).declare(parameters, g, x), least, 1, shape);
  }
}
