package quorate.learning.graph;

import java.util.List;

/// One step of a graph: numbers of its inputs in, numbers of its output out; and backward the
/// output's gradient in, added to the gradients of those inputs that have one.
abstract class Operation {
  private final List<Tensor> inputs;
  private final List<Tensor> outputs;

  Operation(Tensor output, Tensor... inputs) {
    this(List.of(output), inputs);
  }

  /// One that gives several tensors; a gradient of one makes all of them have one.
  Operation(List<Tensor> outputs, Tensor... inputs) {
    this.outputs = List.copyOf(outputs);
    this.inputs = List.of(inputs);
  }

  final List<Tensor> inputs() {
    return inputs;
  }

  final List<Tensor> outputs() {
    return outputs;
  }

  final Tensor output() {
    return outputs.getFirst();
  }

  /// What it does, for those who write graphs down or show them.
  abstract Form form();

  abstract void forward();

  /// Called only where the outputs have gradients.
  abstract void backward();

  /// Asked once, when it is the first in a run backward to give to an input's gradient: whether it
  /// will from now on write all of that gradient instead of adding to it, so that nobody need clear
  /// it before.
  boolean startsGradientOf(Tensor input) {
    return false;
  }

  /// Asked once, when the tensors have their gradients: takes the arrays whose numbers it needs
  /// only while it runs backward, and which others have before and after.
  void borrow(Scratch scratch) {}
}
