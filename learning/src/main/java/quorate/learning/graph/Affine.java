package quorate.learning.graph;

/// y = factor·x + offset, with numbers that do not change.
final class Affine extends Operation {
  private final Tensor x;
  private final Tensor y;
  private final float factor;
  private final float offset;

  Affine(Tensor x, float factor, float offset, Tensor y) {
    super(y, x);
    this.x = x;
    this.y = y;
    this.factor = factor;
    this.offset = offset;
  }

  @Override
  Form form() {
    return new Form.Affine(factor, offset);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = factor * from[i] + offset;
    }
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int i = 0; i < dy.length; i++) {
      dx[i] += factor * dy[i];
    }
  }
}
