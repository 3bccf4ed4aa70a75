package quorate.learning.graph;

import java.util.List;

/// One operation of a graph as others see it.
///
/// @param form what it does
/// @param inputs in the order in which the form names them
/// @param outputs one, or several for recurrent networks
public record Step(Form form, List<Tensor> inputs, List<Tensor> outputs) {
  public Step {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
