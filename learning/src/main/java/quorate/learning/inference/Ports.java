package quorate.learning.inference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The inputs of an inference by name, and which of them have been asked for.
public final class Ports {
  private final List<Port> inputs;
  private final Set<String> missing = new HashSet<>();

  public Ports(List<Port> inputs) {
    this.inputs = List.copyOf(inputs);
    inputs.forEach(port -> missing.add(port.name()));
  }

  /// Notes that an input was asked for.
  public void asked(String name) {
    missing.remove(name);
  }

  /// @throws IllegalStateException when one of them was not
  public void checkAsked() {
    if (!missing.isEmpty()) {
      List<Port> never = inputs.stream().filter(port -> missing.contains(port.name())).toList();
      throw new IllegalStateException(
          "every input must be written before the first run, but nobody asked for " + never);
    }
  }

  /// An error that names the ports there are.
  ///
  /// @param what `input` or `output`
  public static IllegalArgumentException unknown(String what, List<Port> ports, String name) {
    return new IllegalArgumentException(
        "there is no %s \"%s\"; there are %s".formatted(what, name, ports));
  }
}
