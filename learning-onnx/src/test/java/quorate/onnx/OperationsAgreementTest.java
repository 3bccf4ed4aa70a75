package quorate.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Form;
import quorate.learning.graph.FusedOperations;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.GruStates;
import quorate.learning.graph.Losses;
import quorate.learning.graph.LstmStates;
import quorate.learning.graph.RecurrentOperations;
import quorate.learning.graph.Step;
import quorate.learning.graph.Tensor;

/// ONNX Runtime gives what our engine gives, for every operation that can be declared.
class OperationsAgreementTest {
  /// Methods that declare no operation.
  private static final Set<String> LEAVES = Set.of("input", "constant", "watch");

  /// A way to use one operation; several of one name are ways that differ.
  private record Case(String operation, Network.Declaration network) {}

  private static Case one(String operation, Function<Network, Tensor> network) {
    return new Case(operation, n -> List.of(network.apply(n)));
  }

  private static List<Case> cases() {
    return Stream.of(small(), rearranging(), fused(), recurrent(), losses())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> small() {
    return List.of(
        one("linear", n -> n.g.linear(n.in(3, 4), n.weight(4, 2), null, Activation.NONE)),
        one("linear", n -> n.g.linear(n.in(4), n.weight(4, 2), n.weight(2), Activation.TANH)),
        one("linear", n -> n.g.linear(n.in(2, 3, 4), n.weight(4, 5), n.weight(5), Activation.RELU)),
        one("linear", n -> n.g.linear(n.in(3, 4), n.weight(4, 2), n.weight(2), Activation.SIGMOID)),
        one("multiplyMatrices", n -> n.g.multiplyMatrices(n.in(2, 3, 4), n.in(2, 4, 5))),
        one("multiplyMatrices", n -> n.g.multiplyMatrices(n.in(2, 3, 4), true, n.in(3, 5), false)),
        one("multiplyMatrices", n -> n.g.multiplyMatrices(n.in(3, 4), true, n.in(5, 3), true)),
        one("add", n -> n.g.add(n.in(3, 4), n.in(4))),
        one("subtract", n -> n.g.subtract(n.in(3, 1), n.in(3, 4))),
        one("multiply", n -> n.g.multiply(n.in(3, 1), n.in(1, 4))),
        one("divide", n -> n.g.divide(n.in(2, 3), n.between(0.5f, 2, 2, 3))),
        one("minimum", n -> n.g.minimum(n.in(2, 3), n.in(2, 3))),
        one("maximum", n -> n.g.maximum(n.in(2, 3), n.in(3))),
        one("negate", n -> n.g.negate(n.in(7))),
        one("exp", n -> n.g.exp(n.in(7))),
        one("log", n -> n.g.log(n.between(0.1f, 5, 7))),
        one("tanh", n -> n.g.tanh(n.in(33))),
        one("sigmoid", n -> n.g.sigmoid(n.between(-9, 9, 33))),
        one("relu", n -> n.g.relu(n.in(7))),
        one("softplus", n -> n.g.softplus(n.between(-30, 30, 33))),
        one("gelu", n -> n.g.gelu(n.between(-4, 4, 33))),
        one("logGamma", n -> n.g.logGamma(n.between(0.1f, 90, 33))),
        one("digamma", n -> n.g.digamma(n.between(0.1f, 90, 33))),
        one("silu", n -> n.g.silu(n.between(-9, 9, 33))),
        one("square", n -> n.g.square(n.in(7))),
        one("root", n -> n.g.root(n.between(0.1f, 5, 7))),
        one("absolute", n -> n.g.absolute(n.in(7))),
        one("scale", n -> n.g.scale(n.in(7), 3)),
        one("affine", n -> n.g.affine(n.in(7), -2, 0.5f)),
        one("affine", n -> n.g.affine(n.in(7), 1, 0)),
        one("clip", n -> n.g.clip(n.in(9), -0.5f, 1)),
        one("sum", n -> n.g.sum(n.in(2, 3, 4))),
        one("sum", n -> n.g.sum(n.in(2, 3, 4), 1)),
        one("mean", n -> n.g.mean(n.in(2, 3, 4))),
        one("mean", n -> n.g.mean(n.in(2, 3, 4), 0)),
        one("max", n -> n.g.max(n.in(2, 3, 4), -1)),
        one("softmax", n -> n.g.softmax(n.in(2, 3, 4))),
        one("logSoftmax", n -> n.g.logSoftmax(n.in(3, 4))));
  }

  private static List<Case> rearranging() {
    return List.of(
        one("pick", n -> n.g.pick(n.in(3, 4), n.index(4, 3))),
        one("pick", n -> n.g.pick(n.in(2, 3, 4), n.index(4, 2, 3))),
        one("gather", n -> n.g.gather(n.weight(5, 3), n.index(5, 2, 4))),
        one("where", n -> n.g.where(n.index(2, 3, 1), n.in(3, 4), n.in(4))),
        one("join", n -> n.g.join(1, n.in(2, 3), n.in(2, 1), n.in(2, 2))),
        one("slice", n -> n.g.slice(n.in(2, 5, 3), 1, 1, 4)),
        one("transpose", n -> n.g.transpose(n.in(2, 3, 4, 2), 1, 3)),
        one("repeat", n -> n.g.repeat(n.in(2, 3), 4)),
        one("reshape", n -> n.g.reshape(n.in(2, 6), 3, 2, 2)),
        one("reshape", n -> n.g.reshape(n.in(1, 1))),
        one("stopGradient", n -> n.g.stopGradient(n.in(2, 3))));
  }

  private static List<Case> fused() {
    return List.of(
        one("layerNorm", n -> n.g.fused().layerNorm(n.in(3, 5), n.weight(5), n.weight(5), 1e-5f)),
        one(
            "dropout",
            n -> {
              DropoutChance off = DropoutChance.seeded(1);
              off.switchOff();
              return n.g.fused().dropout(n.in(3, 5), 0.5f, off);
            }),
        one(
            "convolution",
            n -> n.g.fused().convolution(n.in(2, 3, 7), n.weight(3, 3, 4), n.weight(4), 2, 1)),
        one(
            "convolution",
            n -> n.g.fused().convolution(n.in(2, 3, 7), n.weight(3, 2, 4), null, 1, 0)),
        one(
            "attention",
            n -> n.g.fused().attention(n.in(2, 3, 8), n.in(2, 5, 8), n.in(2, 5, 8), 4, null)),
        one(
            "attention",
            n -> {
              Tensor past = n.g.constant("past", new float[] {0, 0, 0, 1, 0, 0, 1, 1, 0}, 3, 3);
              return n.g.fused().attention(n.in(2, 3, 4), n.in(2, 3, 4), n.in(2, 3, 4), 2, past);
            }),
        one(
            "attention",
            n -> {
              Tensor mask = n.index(2, 2, 1, 3);
              return n.g.fused().attention(n.in(2, 3, 4), n.in(2, 3, 4), n.in(2, 3, 4), 2, mask);
            }));
  }

  private static List<Case> recurrent() {
    return List.of(
        new Case("lstm", n -> lstm(n, false, false)),
        new Case("lstm", n -> lstm(n, true, false)),
        new Case("lstm", n -> lstm(n, false, true)),
        new Case("gru", n -> gru(n, false, false)),
        new Case("gru", n -> gru(n, true, false)),
        new Case("gru", n -> gru(n, false, true)));
  }

  private static List<Tensor> lstm(Network n, boolean reversed, boolean starting) {
    LstmStates states =
        n.g
            .recurrent()
            .lstm(
                n.in(2, 4, 3),
                n.weight(3, 20),
                n.weight(5, 20),
                n.weight(20),
                n.in(2, 5),
                n.in(2, 5),
                starting ? n.index(2, 2, 4) : null,
                reversed);
    return List.of(states.steps(), states.hidden(), states.cell());
  }

  private static List<Tensor> gru(Network n, boolean reversed, boolean starting) {
    GruStates states =
        n.g
            .recurrent()
            .gru(
                n.in(2, 4, 3),
                n.weight(3, 15),
                n.weight(5, 15),
                n.weight(15),
                n.weight(15),
                n.in(2, 5),
                starting ? n.index(2, 2, 4) : null,
                reversed);
    return List.of(states.steps(), states.hidden());
  }

  private static List<Case> losses() {
    return List.of(
        one("squaredError", n -> n.g.losses().squaredError(n.in(3, 2), n.in(3, 2))),
        one("huber", n -> n.g.losses().huber(n.in(3, 2), n.in(3, 2), 0.5f)),
        one("crossEntropy", n -> n.g.losses().crossEntropy(n.in(3, 4), n.index(4, 3))),
        one("gaussian", n -> n.g.losses().gaussian(n.in(3, 2), n.in(3, 2), n.in(3, 2))),
        one("quantile", n -> n.g.losses().quantile(n.in(3, 2), n.in(3), 0.1f, 0.7f)),
        one(
            "categoricalDivergence",
            n -> n.g.losses().categoricalDivergence(n.in(3, 4), n.in(3, 4))),
        one(
            "gaussianDivergence",
            n -> n.g.losses().gaussianDivergence(n.in(3, 4), n.in(3, 4), n.in(3, 4), n.in(3, 4))),
        one("standardDivergence", n -> n.g.losses().standardDivergence(n.in(3, 4), n.in(3, 4))));
  }

  @TestFactory
  Stream<DynamicTest> everyOperationGivesTheSameNumbersInOnnxRuntime() {
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(each.operation(), () -> Agreement.check(each.network())));
  }

  @Test
  void noOperationThatCanBeDeclaredIsForgotten() {
    Set<String> declared =
        Stream.of(
                GraphBuilder.class, FusedOperations.class, RecurrentOperations.class, Losses.class)
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(OperationsAgreementTest::givesTensors)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    declared.removeAll(LEAVES);

    assertThat(cases().stream().map(Case::operation).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  private static boolean givesTensors(Method method) {
    Class<?> given = method.getReturnType();
    return given == Tensor.class
        || (given.isRecord()
            && Stream.of(given.getRecordComponents())
                .allMatch(component -> component.getType() == Tensor.class));
  }

  @Test
  void everyFormIsAmongTheCases() {
    Set<Class<?>> tried =
        cases().stream()
            .flatMap(each -> {
              Network network = new Network();
              List<Tensor> given = each.network().declare(network);
              return network.g.inference().leadingTo(given).steps().stream();
            })
            .map(Step::form)
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertThat(tried).isEqualTo(Set.of(Form.class.getPermittedSubclasses()));
  }
}
