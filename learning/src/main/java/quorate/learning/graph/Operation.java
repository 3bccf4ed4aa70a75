package quorate.learning.graph;

import java.util.List;

/// One step of a graph: numbers of its inputs in, numbers of its output out; and backward the
/// output's gradient in, added to the gradients of those inputs that have one.
abstract class Operation {
  private final List<Tensor> inputs;
  private final Tensor output;

  Operation(Tensor output, Tensor... inputs) {
    this.output = output;
    this.inputs = List.of(inputs);
  }

  final List<Tensor> inputs() {
    return inputs;
  }

  final Tensor output() {
    return output;
  }

  abstract void forward();

  /// Called only where the output has a gradient.
  abstract void backward();
}
