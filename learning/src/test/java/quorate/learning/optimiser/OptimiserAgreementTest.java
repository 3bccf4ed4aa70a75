package quorate.learning.optimiser;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every optimiser takes PyTorch's steps, on vectors and one by one, which give the same bits.
class OptimiserAgreementTest {
  private static final Map<String, OptimiserSettings> OURS =
      Map.ofEntries(
          entry("sgd", Sgd.Settings.defaults()),
          entry("sgd, decay", new Sgd.Settings(0, false, 0.1)),
          entry("sgd, momentum", new Sgd.Settings(0.9, false, 0.1)),
          entry("sgd, nesterov", new Sgd.Settings(0.8, true, 0)),
          entry("rmsprop", RmsProp.Settings.defaults()),
          entry("rmsprop, momentum", new RmsProp.Settings(0.99, 1e-8, 0.9, false, 0.1)),
          entry("rmsprop, centred", new RmsProp.Settings(0.9, 1e-3, 0, true, 0)),
          entry("rmsprop, centred, momentum", new RmsProp.Settings(0.9, 1e-3, 0.5, true, 0)),
          entry("adam", Adam.Settings.defaults()),
          entry("adamw", Adam.Settings.adamW().withDecay(0.1)));

  @Test
  void allCasesAreThere() {
    assertThat(cases().stream().map(each -> each.get("name").asString()))
        .containsExactlyInAnyOrderElementsOf(OURS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> agrees() {
    return cases().stream()
        .map(each -> DynamicTest.dynamicTest(each.get("name").asString(), () -> agrees(each)));
  }

  private static void agrees(JsonNode expected) {
    OptimiserSettings settings = Objects.requireNonNull(OURS.get(expected.get("name").asString()));
    float[][] vectors = steps(expected, settings, Kernels.fastest(), 1f);
    float[][] single = steps(expected, settings, Kernels.scalar(), 1f);
    float[][] scaled = steps(expected, settings, Kernels.fastest(), 0.5f);

    for (int t = 0; t < vectors.length; t++) {
      assertThat(single[t]).containsExactly(vectors[t]);
      assertThat(scaled[t]).containsExactly(vectors[t]);
      for (int i = 0; i < vectors[t].length; i++) {
        double value = expected.get("after").get(t).get(i).asDouble();
        assertThat((double) vectors[t][i])
            .as("number %d after step %d", i, t + 1)
            .isCloseTo(value, offset(1e-6 + 1e-5 * Math.abs(value)));
      }
    }
  }

  /// Steps by the case's gradients, which are divided by `scale` first: a half is exact.
  private static float[][] steps(
      JsonNode expected, OptimiserSettings settings, Kernels kernels, float scale) {
    float[] start = floats(expected.get("start"));
    Parameters parameters = new Parameters();
    Tensor p = parameters.add("p", start.length);
    p.set(start);
    Optimiser optimiser = settings.begin(kernels, parameters);
    float[][] after = new float[expected.get("gradients").size()][];
    for (int t = 0; t < after.length; t++) {
      float[] gradient = floats(expected.get("gradients").get(t));
      for (int i = 0; i < gradient.length; i++) {
        p.gradient()[i] = gradient[i] / scale;
      }
      optimiser.step(expected.get("rate").asDouble(), scale);
      after[t] = p.values().clone();
    }
    return after;
  }

  private static List<JsonNode> cases() {
    try (InputStream in =
        Objects.requireNonNull(OptimiserAgreementTest.class.getResourceAsStream("torch.json"))) {
      List<JsonNode> cases = new ArrayList<>();
      JsonMapper.shared().readTree(in).forEach(cases::add);
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers.get(i).asDouble();
    }
    return floats;
  }
}
