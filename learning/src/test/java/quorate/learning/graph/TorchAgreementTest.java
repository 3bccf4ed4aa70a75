package quorate.learning.graph;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.learning.kernel.Kernels;

/// Every operation and every loss gives PyTorch's values and gradients.
@Tag("widths")
class TorchAgreementTest {
  private static final Map<String, GradientCheck.Declaration> OURS =
      Map.ofEntries(
          entry("linear", (g, x) -> linear(g, x, Activation.NONE)),
          entry("linear, tanh", (g, x) -> linear(g, x, Activation.TANH)),
          entry("linear, relu", (g, x) -> linear(g, x, Activation.RELU)),
          entry("linear, sigmoid", (g, x) -> linear(g, x, Activation.SIGMOID)),
          entry("matrices", (g, x) -> g.multiplyMatrices(x.get(0), x.get(1))),
          entry("matrices, one for all", (g, x) -> g.multiplyMatrices(x.get(0), x.get(1))),
          entry(
              "matrices, first turned",
              (g, x) -> g.multiplyMatrices(x.get(0), true, x.get(1), false)),
          entry(
              "matrices, second turned",
              (g, x) -> g.multiplyMatrices(x.get(0), false, x.get(1), true)),
          entry(
              "matrices, both turned",
              (g, x) -> g.multiplyMatrices(x.get(0), true, x.get(1), true)),
          entry("add", (g, x) -> g.add(x.get(0), x.get(1))),
          entry("subtract", (g, x) -> g.subtract(x.get(0), x.get(1))),
          entry("multiply", (g, x) -> g.multiply(x.get(0), x.get(1))),
          entry("divide", (g, x) -> g.divide(x.get(0), x.get(1))),
          entry("minimum", (g, x) -> g.minimum(x.get(0), x.get(1))),
          entry("maximum", (g, x) -> g.maximum(x.get(0), x.get(1))),
          entry("negate", (g, x) -> g.negate(x.get(0))),
          entry("exp", (g, x) -> g.exp(x.get(0))),
          entry("log", (g, x) -> g.log(x.get(0))),
          entry("tanh", (g, x) -> g.tanh(x.get(0))),
          entry("sigmoid", (g, x) -> g.sigmoid(x.get(0))),
          entry("relu", (g, x) -> g.relu(x.get(0))),
          entry("softplus", (g, x) -> g.softplus(x.get(0))),
          entry("gelu", (g, x) -> g.gelu(x.get(0))),
          entry("silu", (g, x) -> g.silu(x.get(0))),
          entry("square", (g, x) -> g.square(x.get(0))),
          entry("root", (g, x) -> g.root(x.get(0))),
          entry("absolute", (g, x) -> g.absolute(x.get(0))),
          entry("clip", (g, x) -> g.clip(x.get(0), -1, 2)),
          entry("affine", (g, x) -> g.affine(x.get(0), 3, -1)),
          entry("sum", (g, x) -> g.sum(x.get(0))),
          entry("mean", (g, x) -> g.mean(x.get(0))),
          entry("sum along", (g, x) -> g.sum(x.get(0), 1)),
          entry("mean along", (g, x) -> g.mean(x.get(0), -1)),
          entry("max along", (g, x) -> g.max(x.get(0), 1)),
          entry("softmax", (g, x) -> g.softmax(x.get(0))),
          entry("logSoftmax", (g, x) -> g.logSoftmax(x.get(0))),
          entry("pick", (g, x) -> g.pick(x.get(0), x.get(1))),
          entry("gather", (g, x) -> g.gather(x.get(0), x.get(1))),
          entry("where", (g, x) -> g.where(x.get(0), x.get(1), x.get(2))),
          entry("join", (g, x) -> g.join(1, x.get(0), x.get(1))),
          entry("slice", (g, x) -> g.slice(x.get(0), 1, 1, 3)),
          entry("transpose", (g, x) -> g.transpose(x.get(0), 0, 2)),
          entry("repeat", (g, x) -> g.repeat(x.get(0), 4)),
          entry("layerNorm", (g, x) -> g.fused().layerNorm(x.get(0), x.get(1), x.get(2), 1e-5f)),
          entry("convolution", (g, x) -> g.fused().convolution(x.get(0), x.get(1), x.get(2), 1, 0)),
          entry(
              "convolution, stride 2",
              (g, x) -> g.fused().convolution(x.get(0), x.get(1), x.get(2), 2, 2)),
          entry("attention", (g, x) -> g.fused().attention(x.get(0), x.get(1), x.get(2), 2, null)),
          entry("logGamma", (g, x) -> g.logGamma(x.get(0))),
          entry("logGamma of large numbers", (g, x) -> g.logGamma(x.get(0))),
          entry("digamma", (g, x) -> g.digamma(x.get(0))),
          entry("digamma of large numbers", (g, x) -> g.digamma(x.get(0))),
          entry("squaredError", (g, x) -> g.losses().squaredError(x.get(0), x.get(1))),
          entry("huber", (g, x) -> g.losses().huber(x.get(0), x.get(1), 0.7f)),
          entry("crossEntropy", (g, x) -> g.losses().crossEntropy(x.get(0), x.get(1))),
          entry("gaussian", (g, x) -> g.losses().gaussian(x.get(0), x.get(1), x.get(2))),
          entry("quantile", (g, x) -> g.losses().quantile(x.get(0), x.get(1), 0.1f, 0.5f, 0.9f)),
          entry(
              "categoricalDivergence",
              (g, x) -> g.losses().categoricalDivergence(x.get(0), x.get(1))),
          entry(
              "gaussianDivergence",
              (g, x) -> g.losses().gaussianDivergence(x.get(0), x.get(1), x.get(2), x.get(3))),
          entry("standardDivergence", (g, x) -> g.losses().standardDivergence(x.get(0), x.get(1))));

  private static Tensor linear(GraphBuilder g, List<Tensor> x, Activation activation) {
    return g.linear(x.get(0), x.get(1), x.get(2), activation);
  }

  @Test
  void allCasesAreThere() {
    assertThat(TorchCase.beside(TorchAgreementTest.class).stream().map(TorchCase::name))
        .containsExactlyInAnyOrderElementsOf(OURS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> agrees() {
    return TorchCase.beside(TorchAgreementTest.class).stream()
        .flatMap(each -> Stream.of(Kernels.fastest(), Kernels.scalar()).map(k -> test(each, k)));
  }

  private static DynamicTest test(TorchCase expected, Kernels kernels) {
    return DynamicTest.dynamicTest(
        expected.name() + ", " + kernels.description(),
        () -> {
          GraphBuilder g = new GraphBuilder(kernels);
          List<Tensor> leaves = expected.inputs(g);
          Tensor y = Objects.requireNonNull(OURS.get(expected.name())).declare(g, leaves);
          expected.agree(g, leaves, y);
        });
  }
}
