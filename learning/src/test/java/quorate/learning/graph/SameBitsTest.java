package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;

/// Every operation gives the same bits one by one, on vectors and by a team, both ways, and is
/// large enough here for a team to share it: more than 50,000 multiply-adds or 16,384 functions.
@Tag("widths")
class SameBitsTest {
  /// Of rows: whole vectors of every width, and not.
  private static final int[] WIDTHS = {48, 37};

  /// Sequences of a batch and their steps; a team wants eight rows at least.
  private static final int BATCH = 11;

  private static final int STEPS = 43;

  private record Case(
      String name, float least, float most, BitsCheck.Declaration declaration, List<int[]> shapes) {
    Case(String name, float least, float most, BitsCheck.Declaration declaration, int[]... shapes) {
      this(name, least, most, declaration, List.of(shapes));
    }

    void check() {
      BitsCheck.check(declaration, least, most, shapes.toArray(int[][]::new));
    }
  }

  @TestFactory
  Stream<DynamicTest> oneByOneOnVectorsAndByATeam() {
    return Arrays.stream(WIDTHS)
        .boxed()
        .flatMap(width -> cases(width).stream().map(each -> test(each, width)));
  }

  private static DynamicTest test(Case each, int width) {
    return DynamicTest.dynamicTest(each.name + ", " + width + " wide", each::check);
  }

  @Test
  void everyFormIsThere() {
    Set<Class<?>> found = new HashSet<>();
    for (Case each : cases(WIDTHS[0])) {
      GraphBuilder g = new GraphBuilder(Kernels.scalar());
      List<Tensor> leaves = each.shapes.stream().map(shape -> g.input("leaf", shape)).toList();
      Tensor y = each.declaration.declare(new Parameters(), g, leaves);
      g.inference()
          .leadingTo(List.of(y))
          .steps()
          .forEach(step -> found.add(step.form().getClass()));
    }

    assertThat(found).containsExactlyInAnyOrder(Form.class.getPermittedSubclasses());
  }

  private static List<Case> cases(int width) {
    List<Case> cases = new ArrayList<>();
    int[] whole = {BATCH, STEPS, width};
    int[] row = {width};
    int[] column = {BATCH, STEPS, 1};
    for (UnaryFunction function : UnaryFunction.values()) {
      float least = function.name().matches("LOG|ROOT|LOG_GAMMA|DIGAMMA") ? 0.1f : -4f;
      cases.add(
          new Case(function.name(), least, 4, (p, g, x) -> unary(g, function, x.get(0)), whole));
    }
    for (BinaryFunction function : BinaryFunction.values()) {
      BitsCheck.Declaration both = (p, g, x) -> binary(g, function, x.get(0), x.get(1));
      cases.add(new Case(function.name(), 0.5f, 2, both, whole, whole));
      cases.add(new Case(function + " and a row", 0.5f, 2, both, whole, row));
      cases.add(new Case(function + " and a column", 0.5f, 2, both, column, whole));
    }
    for (Activation activation : Activation.values()) {
      BitsCheck.Declaration linear =
          (p, g, x) -> g.linear(x.get(0), x.get(1), x.get(2), activation);
      for (int out : new int[] {1, 3, 32, 33}) {
        int[] weight = {width, out};
        cases.add(
            new Case(
                "linear, " + activation + ", to " + out, -1, 1, linear, whole, weight, s(out)));
      }
      cases.add(
          new Case(
              "linear from 3, " + activation, -1, 1, linear, s(BATCH, 90, 3), s(3, width), row));
    }
    for (boolean aTurned : new boolean[] {false, true}) {
      for (boolean bTurned : new boolean[] {false, true}) {
        String name = "product, " + aTurned + ", " + bTurned;
        BitsCheck.Declaration product =
            (p, g, x) -> g.multiplyMatrices(x.get(0), aTurned, x.get(1), bTurned);
        int[] a = aTurned ? s(2, width, 40) : s(2, 40, width);
        int[] each = bTurned ? s(2, 130, width) : s(2, width, 130);
        cases.add(new Case(name, -1, 1, product, a, each));
        int[] one = bTurned ? s(35, width) : s(width, 35);
        cases.add(new Case(name + ", one for all", -1, 1, product, a, one));
      }
    }
    addFused(cases, width);
    addRecurrent(cases, width);
    addOthers(cases, whole);
    return cases;
  }

  private static void addFused(List<Case> cases, int width) {
    int[] whole = {BATCH, STEPS, width};
    int[] row = {width};
    cases.add(
        new Case(
            "layerNorm",
            -1,
            2,
            (p, g, x) -> g.fused().layerNorm(x.get(0), x.get(1), x.get(2), 1e-5f),
            whole,
            row,
            row));
    for (int stride : new int[] {1, 2}) {
      cases.add(
          new Case(
              "convolution, stride " + stride,
              -1,
              1,
              (p, g, x) -> g.fused().convolution(x.get(0), x.get(1), x.get(2), stride, 1),
              s(BATCH, 20, 2 * width),
              s(20, 3, 33),
              s(33)));
    }
    cases.add(
        new Case(
            "attention",
            -1,
            1,
            (p, g, x) -> g.fused().attention(x.get(0), x.get(1), x.get(2), 1, null),
            whole,
            s(BATCH, 17, width),
            s(BATCH, 17, width)));
    cases.add(
        new Case(
            "attention in heads, masked and dropped",
            -1,
            1,
            (p, g, x) -> {
              Tensor mask = g.constant("mask", drawn(width * width, 3), width, width);
              DropoutChance dropping = DropoutChance.seeded(5);
              return g.fused().attention(x.get(0), x.get(0), x.get(0), 3, mask, 0.2f, dropping);
            },
            s(BATCH, width, 48)));
    cases.add(
        new Case(
            "dropout",
            -1,
            1,
            (p, g, x) -> g.fused().dropout(x.get(0), 0.3f, DropoutChance.seeded(5)),
            whole));
  }

  private static void addRecurrent(List<Case> cases, int size) {
    int steps = 5;
    int in = 20;
    int[] x0 = {BATCH, steps, in};
    int[] state = {BATCH, size};
    for (String how : List.of("forward", "backward", "starting anew")) {
      boolean reversed = how.equals("backward");
      boolean starting = how.equals("starting anew");
      cases.add(
          new Case(
              "lstm " + how,
              -1,
              1,
              (p, g, x) -> {
                Tensor starts = g.constant("starts", drawn(BATCH * steps, 2), BATCH, steps);
                LstmStates states =
                    g.recurrent()
                        .lstm(
                            x.get(0),
                            x.get(1),
                            x.get(2),
                            x.get(3),
                            x.get(4),
                            x.get(5),
                            starting ? starts : null,
                            reversed);
                Tensor all = g.reshape(states.steps(), BATCH * steps, size);
                return g.join(0, all, states.hidden(), states.cell());
              },
              x0,
              s(in, 4 * size),
              s(size, 4 * size),
              s(4 * size),
              state,
              state));
      cases.add(
          new Case(
              "gru " + how,
              -1,
              1,
              (p, g, x) -> {
                Tensor starts = g.constant("starts", drawn(BATCH * steps, 2), BATCH, steps);
                GruStates states =
                    g.recurrent()
                        .gru(
                            x.get(0),
                            x.get(1),
                            x.get(2),
                            x.get(3),
                            x.get(4),
                            x.get(5),
                            starting ? starts : null,
                            reversed);
                Tensor all = g.reshape(states.steps(), BATCH * steps, size);
                return g.join(0, all, states.hidden());
              },
              x0,
              s(in, 3 * size),
              s(size, 3 * size),
              s(3 * size),
              s(3 * size),
              state));
    }
  }

  private static void addOthers(List<Case> cases, int[] whole) {
    int width = whole[2];
    int rows = BATCH * STEPS;
    cases.add(one("affine", (g, x) -> g.affine(x, 3, -1), whole));
    cases.add(one("clip", (g, x) -> g.clip(x, -1, 1), whole));
    cases.add(one("sum", GraphBuilder::sum, whole));
    cases.add(one("mean", GraphBuilder::mean, whole));
    for (int axis = 0; axis < 3; axis++) {
      int along = axis;
      cases.add(one("sum along " + along, (g, x) -> g.sum(x, along), whole));
      cases.add(one("mean along " + along, (g, x) -> g.mean(x, along), whole));
      cases.add(one("max along " + along, (g, x) -> g.max(x, along), whole));
    }
    cases.add(one("softmax", GraphBuilder::softmax, whole));
    cases.add(one("logSoftmax", GraphBuilder::logSoftmax, whole));
    cases.add(
        one("pick", (g, x) -> g.pick(x, g.constant("i", drawn(rows, 9), BATCH, STEPS)), whole));
    cases.add(one("gather", (g, x) -> g.gather(x, g.constant("i", drawn(30, BATCH), 30)), whole));
    cases.add(
        new Case(
            "where",
            -1,
            1,
            (p, g, x) -> {
              Tensor mask = g.constant("mask", drawn(rows, 2), BATCH, STEPS, 1);
              return g.where(mask, x.get(0), x.get(1));
            },
            whole,
            s(width)));
    cases.add(one("join", (g, x) -> g.join(1, x, g.square(x)), whole));
    cases.add(one("slice", (g, x) -> g.slice(x, 1, 1, 30), whole));
    cases.add(one("transpose", (g, x) -> g.transpose(x, 0, 2), whole));
    cases.add(one("repeat", (g, x) -> g.repeat(x, 3), whole));
    cases.add(one("reshape", (g, x) -> g.square(g.reshape(x, width, rows)), whole));
    cases.add(one("stopGradient", (g, x) -> g.multiply(x, g.stopGradient(g.exp(x))), whole));
  }

  private interface OfOne {
    Tensor declare(GraphBuilder g, Tensor x);
  }

  private static Case one(String name, OfOne declaration, int[] shape) {
    return new Case(name, -3, 3, (p, g, x) -> declaration.declare(g, x.getFirst()), shape);
  }

  /// Whole numbers from 0 to `below` − 1.
  private static float[] drawn(int count, int below) {
    Philox chance = Philox.seeded(count);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = chance.nextInt(below);
    }
    return numbers;
  }

  private static Tensor unary(GraphBuilder g, UnaryFunction function, Tensor x) {
    return switch (function) {
      case NEGATE -> g.negate(x);
      case EXP -> g.exp(x);
      case LOG -> g.log(x);
      case TANH -> g.tanh(x);
      case SIGMOID -> g.sigmoid(x);
      case RELU -> g.relu(x);
      case SOFTPLUS -> g.softplus(x);
      case GELU -> g.gelu(x);
      case SILU -> g.silu(x);
      case SQUARE -> g.square(x);
      case ROOT -> g.root(x);
      case ABSOLUTE -> g.absolute(x);
      case LOG_GAMMA -> g.logGamma(x);
      case DIGAMMA -> g.digamma(x);
    };
  }

  private static Tensor binary(GraphBuilder g, BinaryFunction function, Tensor a, Tensor b) {
    return switch (function) {
      case ADD -> g.add(a, b);
      case SUBTRACT -> g.subtract(a, b);
      case MULTIPLY -> g.multiply(a, b);
      case DIVIDE -> g.divide(a, b);
      case MINIMUM -> g.minimum(a, b);
      case MAXIMUM -> g.maximum(a, b);
    };
  }

  private static int[] s(int... sizes) {
    return sizes;
  }
}
