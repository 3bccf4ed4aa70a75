package quorate.learning.graph;

/// The same numbers several times over, along a new first axis.
final class Repeat extends Operation {
  private final Tensor x;
  private final Tensor y;

  Repeat(Tensor x, Tensor y) {
    super(y, x);
    this.x = x;
    this.y = y;
  }

  @Override
  Form form() {
    return new Form.Repeat(y.shape().size(0));
  }

  @Override
  void forward() {
    int n = x.values().length;
    for (int at = 0; at < y.values().length; at += n) {
      System.arraycopy(x.values(), 0, y.values(), at, n);
    }
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int at = 0; at < dy.length; at += dx.length) {
      for (int i = 0; i < dx.length; i++) {
        dx[i] += dy[at + i];
      }
    }
  }
}
