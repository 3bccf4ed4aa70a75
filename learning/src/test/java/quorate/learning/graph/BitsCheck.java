package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.TeamKernels;

/// Holds a graph to the same raw bits one by one, on vectors and by a team of three: what comes
/// out, and the gradients of Σ rᵢ·yᵢ with random r by every leaf and parameter.
public final class BitsCheck {
  /// What is declared: from parameters that it adds, and leaves, to the output.
  @FunctionalInterface
  public interface Declaration {
    Tensor declare(Parameters parameters, GraphBuilder g, List<Tensor> leaves);
  }

  private static final int TEAM = 3;

  private BitsCheck() {}

  /// @param least smallest number in the leaves
  /// @param most largest
  public static void check(Declaration declaration, float least, float most, int[]... shapes) {
    Map<String, int[]> expected = run(Kernels.scalar(), declaration, least, most, shapes);
    expected.forEach((what, bits) -> assertThat(isAlive(bits)).as(what).isTrue());

    same(expected, run(Kernels.fastest(), declaration, least, most, shapes), "on vectors");
    try (TeamKernels team = new TeamKernels(Kernels.fastest(), TEAM)) {
      same(expected, run(team, declaration, least, most, shapes), "by a team");
    }
  }

  private static void same(Map<String, int[]> expected, Map<String, int[]> found, String how) {
    assertThat(found).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (what, bits) -> assertThat(found.get(what)).as(what + " " + how).isEqualTo(bits));
  }

  /// Whether all are numbers and some are not 0: else equal bits would say nothing.
  private static boolean isAlive(int[] bits) {
    return Arrays.stream(bits).mapToObj(Float::intBitsToFloat).allMatch(Float::isFinite)
        && Arrays.stream(bits).mapToObj(Float::intBitsToFloat).anyMatch(each -> each != 0);
  }

  /// The second of two runs, whose buffers hold what the first left there.
  private static Map<String, int[]> run(
      Kernels kernels, Declaration declaration, float least, float most, int[]... shapes) {
    Philox chance = Philox.seeded(21);
    Parameters parameters = new Parameters();
    GraphBuilder g = new GraphBuilder(kernels);
    List<Tensor> leaves = new ArrayList<>();
    for (int i = 0; i < shapes.length; i++) {
      Tensor leaf = g.watch(g.input("leaf " + i, shapes[i]));
      for (int j = 0; j < leaf.values().length; j++) {
        leaf.values()[j] = least + (most - least) * chance.nextFloat();
      }
      leaves.add(leaf);
    }
    Tensor y = declaration.declare(parameters, g, List.copyOf(leaves));
    Tensor weights = g.input("weights", y.shape().toArray());
    for (int j = 0; j < weights.values().length; j++) {
      weights.values()[j] = (float) chance.nextGaussian();
    }
    Graph graph = g.training(g.sum(g.multiply(y, weights)));
    for (int again = 0; again < 2; again++) {
      graph.forward();
      parameters.clearGradients();
      graph.backward();
    }
    Map<String, int[]> found = new LinkedHashMap<>(Map.of("output", bits(y.values())));
    leaves.forEach(each -> found.put("∂/∂" + each.name(), bits(each.gradient())));
    parameters.list().forEach(each -> found.put("∂/∂" + each.name(), bits(each.gradient())));
    return found;
  }

  private static int[] bits(float[] numbers) {
    int[] bits = new int[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(numbers[i]);
    }
    return bits;
  }
}
