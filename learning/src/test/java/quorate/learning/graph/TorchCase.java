package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What PyTorch gave for some inputs: its output, and the gradients of Σ rᵢ·yᵢ with random weights
/// r, in double precision. `torch_fixtures.py` beside the tests writes them.
public record TorchCase(JsonNode json) {
  private static final double RELATIVE = 1e-5;
  private static final double ABSOLUTE = 1e-6;

  /// All of the file `torch.json` beside a class, in its order.
  public static List<TorchCase> beside(Class<?> type) {
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("torch.json"))) {
      List<TorchCase> cases = new ArrayList<>();
      JsonMapper.shared().readTree(in).forEach(each -> cases.add(new TorchCase(each)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return json.get("name").asString();
  }

  /// Declares input `i`; with a gradient where PyTorch found one.
  public Tensor input(GraphBuilder g, int i) {
    int[] shape = json.get("shapes").get(i).valueStream().mapToInt(JsonNode::asInt).toArray();
    Tensor input = g.input("input " + i, shape);
    return json.get("gradients").get(i).isEmpty() ? input : g.watch(input);
  }

  /// Declares all of them.
  public List<Tensor> inputs(GraphBuilder g) {
    List<Tensor> inputs = new ArrayList<>();
    for (int i = 0; i < json.get("inputs").size(); i++) {
      inputs.add(input(g, i));
    }
    return inputs;
  }

  /// Runs what has been declared both ways and holds it to PyTorch.
  ///
  /// @param leaves inputs or parameters in the case's order
  public void agree(GraphBuilder g, List<Tensor> leaves, Tensor y) {
    assertThat(leaves).hasSize(json.get("inputs").size());
    assertThat(y.shape().toArray())
        .isEqualTo(json.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray());
    Tensor weights = g.constant("r", floats(json.get("weights")), y.shape().toArray());
    Graph graph = g.training(g.sum(g.multiply(y, weights)));
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).set(floats(json.get("inputs").get(i)));
    }

    graph.forward();
    graph.backward();

    assertClose("output", y.values(), json.get("output"));
    for (int i = 0; i < leaves.size(); i++) {
      JsonNode expected = json.get("gradients").get(i);
      if (!expected.isEmpty()) {
        assertClose("∂/∂" + leaves.get(i), leaves.get(i).gradient(), expected);
      }
    }
  }

  private static void assertClose(String what, float[] found, JsonNode expected) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.length; i++) {
      double value = expected.get(i).asDouble();
      assertThat((double) found[i])
          .as("%s, number %d", what, i)
          .isCloseTo(value, offset(ABSOLUTE + RELATIVE * Math.abs(value)));
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
