package quorate.learning.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.learning.graph.Graph;
import quorate.learning.graph.Structure;
import quorate.learning.graph.Tensor;

/// Our own engine behind the face: a graph whose inputs and outputs are asked for by name. The
/// arrays are the tensors' own, so nothing is copied; the graph's other operations run too.
public final class GraphInference implements Inference {
  private final Graph graph;
  private final Map<String, Tensor> ins = new LinkedHashMap<>();
  private final Map<String, Tensor> outs;
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final Ports asked;

  private GraphInference(Graph graph, Map<String, Tensor> outputs) {
    this.graph = graph;
    this.outs = new LinkedHashMap<>(outputs);
    Structure structure = graph.leadingTo(outs.values());
    for (Tensor input : structure.inputs()) {
      if (ins.putIfAbsent(input.name(), input) != null) {
        throw new IllegalArgumentException(
            "an input must have a name of its own, but \"%s\" is there twice"
                .formatted(input.name()));
      }
    }
    this.inputs = ports(ins);
    this.outputs = ports(outs);
    this.asked = new Ports(inputs);
  }

  /// @param outputs tensors of the graph by the names they are asked for
  /// @throws IllegalArgumentException when one is not of the graph, or two inputs that lead to them
  ///   have the same name
  public static GraphInference of(Graph graph, Map<String, Tensor> outputs) {
    return new GraphInference(graph, outputs);
  }

  private static List<Port> ports(Map<String, Tensor> tensors) {
    return tensors.entrySet().stream()
        .map(each -> new Port(each.getKey(), each.getValue().shape()))
        .toList();
  }

  @Override
  public List<Port> inputs() {
    return inputs;
  }

  @Override
  public List<Port> outputs() {
    return outputs;
  }

  @Override
  public float[] input(String name) {
    asked.asked(name);
    return values("input", inputs, ins, name);
  }

  @Override
  public void run() {
    asked.checkAsked();
    graph.forward();
  }

  @Override
  public float[] output(String name) {
    return values("output", outputs, outs, name);
  }

  private static float[] values(
      String what, List<Port> ports, Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw Ports.unknown(what, ports, name);
    }
    return tensor.values();
  }

  @Override
  public void close() {
    // Everything is Java's.
  }
}
