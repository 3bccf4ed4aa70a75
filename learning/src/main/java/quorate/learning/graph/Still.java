package quorate.learning.graph;

/// Lets numbers through and no gradient back; shares its input's array.
final class Still extends Operation {
  Still(Tensor x) {
    super(x.withoutGradient("stopGradient"), x);
  }

  @Override
  Form form() {
    return new Form.StopGradient();
  }

  @Override
  void forward() {
    // The output is the input's array.
  }

  @Override
  void backward() {
    throw new IllegalStateException("no gradient flows here");
  }
}
