package quorate.learning.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Graph;
import quorate.learning.graph.Structure;
import quorate.learning.graph.Tensor;

/// Writes a network as an ONNX model (format 9, operators 20): the operations that lead to the
/// outputs, parameters under their names, inputs under theirs.
///
/// ```java
/// OnnxExport.of(graph).output("logits", logits).freeRows().write(Path.of("policy.onnx"));
/// ```
///
/// Everything is `float32`. Dropout is left out, as it is when switched off. The same network gives
/// the same bytes.
public final class OnnxExport {
  private final Graph graph;
  private final Map<String, Tensor> outputs = new LinkedHashMap<>();
  private @Nullable Set<String> declared;

  private OnnxExport(Graph graph) {
    this.graph = graph;
  }

  public static OnnxExport of(Graph graph) {
    return new OnnxExport(graph);
  }

  /// Gives a tensor of the graph to who runs the model.
  ///
  /// @throws IllegalArgumentException when the name is taken
  public OnnxExport output(String name, Tensor tensor) {
    if (outputs.putIfAbsent(name, tensor) != null) {
      throw new IllegalArgumentException(
          "an output must have a name of its own, but \"%s\" is there already".formatted(name));
    }
    return this;
  }

  /// Leaves the first axis of the inputs free, so that the model runs any number of rows at once,
  /// where every operation allows it; else [#toBytes] says which one does not.
  ///
  /// @param asDeclared names of inputs that keep their shape, as a mask that all rows share
  public OnnxExport freeRows(String... asDeclared) {
    declared = Set.of(asDeclared);
    return this;
  }

  /// @throws IllegalArgumentException when there is no output, an output is not of this graph, two
  ///   names are the same, or an operation does not allow free rows
  public byte[] toBytes() {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("a model must have an output, but none was named");
    }
    Structure structure = graph.leadingTo(outputs.values());
    FreeRows free =
        declared == null ? FreeRows.none() : FreeRows.of(structure, freed(structure, declared));
    Model model = new Model();
    Translation translation = new Translation(model, free);
    for (Tensor input : structure.inputs()) {
      translation.name(input, model.claim(input.name()));
      model.input(input.name(), input.shape(), free.has(input));
    }
    for (Tensor parameter : structure.parameters()) {
      translation.name(parameter, model.claim(parameter.name()));
      model.numbers(parameter.name(), parameter.shape(), parameter.values());
    }
    outputs.keySet().forEach(model::claim);
    structure.steps().forEach(translation::translate);
    outputs.forEach((name, tensor) ->
        model.output(name, translation.name(tensor), tensor.shape(), free.has(tensor)));
    return model.toBytes();
  }

  private static Set<Tensor> freed(Structure structure, Set<String> declared) {
    Set<String> unknown = new HashSet<>(declared);
    Set<Tensor> freed = new HashSet<>();
    for (Tensor input : structure.inputs()) {
      if (!unknown.remove(input.name()) && input.shape().rank() > 0) {
        freed.add(input);
      }
    }
    if (!unknown.isEmpty()) {
      List<String> names = structure.inputs().stream().map(Tensor::name).toList();
      throw new IllegalArgumentException(
          "inputs that keep their shape must be among %s, but %s was named"
              .formatted(names, unknown));
    }
    return freed;
  }

  /// Writes the model; the file is seen whole or not at all.
  ///
  /// @throws IllegalArgumentException as [#toBytes]
  /// @throws IOException when the file cannot be written
  public void write(Path file) throws IOException {
    byte[] bytes = toBytes();
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
