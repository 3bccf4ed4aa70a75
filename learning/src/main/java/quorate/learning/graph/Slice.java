package quorate.learning.graph;

/// A piece of a tensor along one axis.
final class Slice extends Operation {
  private final Tensor x;
  private final Tensor y;
  private final Form form;
  private final int outer;
  private final int stride;
  private final int from;
  private final int run;

  Slice(Tensor x, int axis, int from, int to, Tensor y) {
    super(y, x);
    this.x = x;
    this.y = y;
    this.form = new Form.Slice(axis, from, to);
    int inner = x.shape().after(axis);
    this.outer = x.shape().before(axis);
    this.stride = x.shape().size(axis) * inner;
    this.from = from * inner;
    this.run = (to - from) * inner;
  }

  @Override
  Form form() {
    return form;
  }

  @Override
  void forward() {
    for (int o = 0; o < outer; o++) {
      System.arraycopy(x.values(), o * stride + from, y.values(), o * run, run);
    }
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int o = 0; o < outer; o++) {
      for (int j = 0; j < run; j++) {
        dx[o * stride + from + j] += dy[o * run + j];
      }
    }
  }
}
