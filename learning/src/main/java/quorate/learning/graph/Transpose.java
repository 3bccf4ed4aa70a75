package quorate.learning.graph;

/// Two axes change places; the numbers are copied.
final class Transpose extends Operation {
  private final Tensor x;
  private final Tensor y;
  private final int axis;
  private final int other;
  private final int outer;
  private final int first;
  private final int middle;
  private final int second;
  private final int inner;

  /// @param axis the earlier of the two
  Transpose(Tensor x, int axis, int other, Tensor y) {
    super(y, x);
    Shape shape = x.shape();
    this.x = x;
    this.y = y;
    this.axis = axis;
    this.other = other;
    this.outer = shape.before(axis);
    this.first = shape.size(axis);
    this.middle = shape.before(other) / (outer * first);
    this.second = shape.size(other);
    this.inner = shape.after(other);
  }

  /// What comes out: `shape` with two of its axes exchanged.
  static Shape exchanged(Shape shape, int axis, int other) {
    return shape.with(axis, shape.size(other)).with(other, shape.size(axis));
  }

  @Override
  Form form() {
    return new Form.Transpose(axis, other);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < first; i++) {
        for (int j = 0; j < middle; j++) {
          for (int k = 0; k < second; k++) {
            int target = place(o, i, j, k);
            if (inner == 1) {
              to[target] = from[at];
            } else {
              System.arraycopy(from, at, to, target, inner);
            }
            at += inner;
          }
        }
      }
    }
  }

  /// Where the run of `inner` numbers at these four indices of x stands in y.
  private int place(int o, int i, int j, int k) {
    return (((o * second + k) * middle + j) * first + i) * inner;
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < first; i++) {
        for (int j = 0; j < middle; j++) {
          for (int k = 0; k < second; k++) {
            int source = place(o, i, j, k);
            for (int l = 0; l < inner; l++) {
              dx[at + l] += dy[source + l];
            }
            at += inner;
          }
        }
      }
    }
  }
}
