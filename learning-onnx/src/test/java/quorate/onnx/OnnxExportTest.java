package quorate.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.inference.Inference;
import quorate.learning.inference.Port;
import quorate.learning.layer.AttentionPooling;
import quorate.learning.layer.Lstm;
import quorate.learning.layer.Mlp;
import quorate.learning.onnx.OnnxExport;

class OnnxExportTest {
  private final Network n = new Network();

  @Test
  void aModelWithFreeRowsRunsAnyNumberOfThem() {
    Tensor x = n.in(2, 6, 3);
    Tensor states = new Lstm(n.parameters, "memory", 3, 5, n.chance).apply(n.g, x);
    Tensor pooled = new AttentionPooling(n.parameters, "pool", 5, 4, n.chance).apply(n.g, states);
    Tensor y =
        new Mlp(n.parameters, "head", List.of(5, 8, 2), Activation.TANH, n.chance)
            .apply(n.g, pooled);
    Graph graph = n.g.inference();
    byte[] model = OnnxExport.of(graph).output("y", y).freeRows().toBytes();
    graph.forward();

    try (Inference three = OnnxInference.open(model, OnnxSettings.defaults().withRows(3))) {
      assertThat(three.inputs()).containsExactly(new Port("input 0", Shape.of(3, 6, 3)));
      assertThat(three.outputs()).containsExactly(new Port("y", Shape.of(3, 2)));
      float[] rows = three.input("input 0");
      System.arraycopy(x.values(), 0, rows, 0, 36);
      System.arraycopy(x.values(), 0, rows, 36, 18);
      three.run();

      Agreement.close(Arrays.copyOf(three.output("y"), 4), y.values(), "y");
      Agreement.close(
          Arrays.copyOfRange(three.output("y"), 4, 6), Arrays.copyOf(y.values(), 2), "row 2");
    }
  }

  @Test
  void aMaskThatAllRowsShareKeepsItsShape() {
    Tensor x = n.in(2, 3, 4);
    Tensor mask = n.index(2, 3, 3);
    Tensor y = n.g.fused().attention(x, x, x, 2, mask);
    byte[] model = OnnxExport.of(n.g.inference()).output("y", y).freeRows("input 1").toBytes();

    try (Inference five = OnnxInference.open(model, OnnxSettings.defaults().withRows(5))) {
      assertThat(five.inputs())
          .containsExactly(
              new Port("input 0", Shape.of(5, 3, 4)), new Port("input 1", Shape.of(3, 3)));
    }
  }

  @Test
  void anOperationThatMixesRowsRefusesToLeaveThemFree() {
    Tensor y = n.g.slice(n.in(4, 3), 0, 1, 2);
    OnnxExport export = OnnxExport.of(n.g.inference()).output("y", y).freeRows();

    assertThatThrownBy(export::toBytes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the first axis can be left free where every operation allows it, but \"slice\" (1×3) takes some of the rows; export the shapes as declared");
  }

  @Test
  void aConstantOfAsManyRowsRefusesToLeaveThemFree() {
    Tensor y = n.g.add(n.in(2, 3), n.g.constant("rows", new float[6], 2, 3));
    OnnxExport export = OnnxExport.of(n.g.inference()).output("y", y).freeRows();

    assertThatThrownBy(export::toBytes)
        .hasMessageContaining("has as many rows in \"rows\" as were declared");
  }

  @Test
  void onlyWhatLeadsToTheOutputsIsWritten() {
    Tensor x = n.in(2, 3);
    Tensor y = n.g.exp(x);
    n.g.add(x, n.in(2, 3));
    byte[] model = OnnxExport.of(n.g.inference()).output("y", y).toBytes();

    try (Inference inference = OnnxInference.open(model, OnnxSettings.defaults())) {
      assertThat(inference.inputs()).containsExactly(new Port("input 0", Shape.of(2, 3)));
    }
  }

  @Test
  void theSameNetworkGivesTheSameBytesInAFileToo(@TempDir Path folder) throws IOException {
    Tensor y = n.g.linear(n.in(2, 3), n.weight(3, 4), n.weight(4), Activation.TANH);
    OnnxExport export = OnnxExport.of(n.g.inference()).output("y", y);

    export.write(folder.resolve("model.onnx"));

    assertThat(folder.resolve("model.onnx")).hasBinaryContent(export.toBytes());
  }

  @Test
  void anOutputThatIsNamedAsAnInputIsRefused() {
    Tensor y = n.g.exp(n.in(2, 3));
    OnnxExport export = OnnxExport.of(n.g.inference()).output("input 0", y);

    assertThatThrownBy(export::toBytes)
        .hasMessage(
            "inputs, parameters and outputs must each have a name of their own, but \"input 0\" is there twice");
  }

  @Test
  void aModelWithoutAnOutputIsRefused() {
    n.g.exp(n.in(2, 3));
    OnnxExport export = OnnxExport.of(n.g.inference());

    assertThatThrownBy(export::toBytes)
        .hasMessage("a model must have an output, but none was named");
  }
}
