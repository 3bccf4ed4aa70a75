package quorate.learning.graph;

/// The same numbers in another shape; shares its input's arrays.
final class Reshape extends Operation {
  Reshape(Tensor x, Shape shape) {
    super(x.seenAs("reshape", shape), x);
  }

  @Override
  Form form() {
    return new Form.Reshape();
  }

  @Override
  void forward() {
    // The output is the input's array.
  }

  @Override
  void backward() {
    // And so is its gradient.
  }
}
