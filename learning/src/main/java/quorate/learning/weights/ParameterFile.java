package quorate.learning.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// The parameters of a network as a safetensors file, under their names.
public final class ParameterFile {
  private ParameterFile() {}

  /// @param metadata free texts, as in [Safetensors#write]
  /// @throws WeightsException as [Safetensors#write], and when a number is not finite
  public static void write(Path file, Parameters parameters, Map<String, String> metadata) {
    List<NamedTensor> tensors =
        parameters.list().stream()
            .map(each -> new NamedTensor(each.name(), each.shape().toArray(), each.values()))
            .toList();
    Safetensors.write(file, tensors, metadata);
  }

  /// Fills parameters with what was written of the same ones.
  ///
  /// @return the free texts
  /// @throws WeightsException when the file cannot be read, or has other names or shapes; the
  ///   parameters are then as they were
  public static Map<String, String> read(Path file, Parameters into) {
    Safetensors found = Safetensors.read(file);
    List<NamedTensor> tensors =
        into.list().stream().map(each -> matching(file, found, each)).toList();
    if (found.tensors().size() != tensors.size()) {
      throw new WeightsException(
          "%s must hold the %d parameters of this network, but holds %d tensors; they are another network's"
              .formatted(file, tensors.size(), found.tensors().size()));
    }
    for (int i = 0; i < tensors.size(); i++) {
      tensors.get(i).copyInto(into.list().get(i).values(), 0);
    }
    return found.metadata();
  }

  private static NamedTensor matching(Path file, Safetensors found, Tensor parameter) {
    NamedTensor tensor =
        found
            .tensor(parameter.name())
            .orElseThrow(() -> refused(file, parameter, "has none of that name"));
    if (!Arrays.equals(tensor.shape(), parameter.shape().toArray())) {
      throw refused(file, parameter, "has one of " + Arrays.toString(tensor.shape()));
    }
    return tensor;
  }

  private static WeightsException refused(Path file, Tensor parameter, String found) {
    return new WeightsException(
        "%s must hold the parameter %s, but %s; it is another network's"
            .formatted(file, parameter, found));
  }
}
