package quorate.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.learning.graph.Graph;
import quorate.learning.graph.Tensor;
import quorate.learning.inference.GraphInference;
import quorate.learning.inference.Inference;
import quorate.learning.onnx.OnnxExport;

/// Holds what ONNX Runtime gives for an exported network to what our engine gives: 1e-4 relative,
/// 1e-5 absolute.
final class Agreement {
  private Agreement() {}

  static void check(Network.Declaration declaration) {
    Network network = new Network();
    List<Tensor> given = declaration.declare(network);
    Graph graph = network.g.inference();
    OnnxExport export = OnnxExport.of(graph);
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Tensor tensor : given) {
      String name = "output " + outputs.size();
      outputs.put(name, tensor);
      export.output(name, tensor);
    }
    try (Inference ours = GraphInference.of(graph, outputs);
        Inference theirs = OnnxInference.open(export.toBytes(), OnnxSettings.defaults())) {
      assertThat(theirs.inputs()).isEqualTo(ours.inputs());
      assertThat(theirs.outputs()).isEqualTo(ours.outputs());
      ours.inputs().forEach(port -> theirs.feed(port.name(), ours.input(port.name())));
      for (int run = 0; run < 2; run++) { // the second sees that nothing is left of the first
        ours.run();
        theirs.run();
        for (String name : outputs.keySet()) {
          close(theirs.output(name), ours.output(name), name);
        }
      }
    }
  }

  static void close(float[] found, float[] expected, String name) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i])
          .as("%s[%d]", name, i)
          .isFinite()
          .isCloseTo(
              expected[i],
              org.assertj.core.data.Offset.offset(1e-5 + 1e-4 * Math.abs(expected[i])));
    }
  }
}
