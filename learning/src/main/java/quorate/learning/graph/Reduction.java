package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// The sum, the mean or the maximum along one axis, or over everything.
///
/// The gradient of a maximum flows to the first of the largest.
final class Reduction extends Operation {
  /// What becomes of the numbers along the axis.
  enum Kind {
    SUM,
    MEAN,
    MAXIMUM
  }

  private final Kernels kernels;
  private final Kind kind;
  private final Tensor x;
  private final Tensor y;
  private final int outer;
  private final int length;
  private final int inner;

  /// @param outer elements before the axis
  /// @param length of the axis
  /// @param inner elements after it
  Reduction(Kernels kernels, Kind kind, Tensor x, int outer, int length, int inner, Tensor y) {
    super(y, x);
    this.kernels = kernels;
    this.kind = kind;
    this.x = x;
    this.y = y;
    this.outer = outer;
    this.length = length;
    this.inner = inner;
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    for (int o = 0; o < outer; o++) {
      int at = o * length * inner;
      if (kind == Kind.MAXIMUM) {
        maximum(from, at, to, o * inner);
      } else if (inner == 1) {
        to[o] = kernels.sum(length, from, at);
      } else {
        kernels.sumRows(length, inner, from, at, to, o * inner, false);
      }
    }
    if (kind == Kind.MEAN) {
      for (int i = 0; i < to.length; i++) {
        to[i] /= length;
      }
    }
  }

  private void maximum(float[] from, int at, float[] to, int toAt) {
    for (int j = 0; j < inner; j++) {
      float most = from[at + j];
      for (int i = 1; i < length; i++) {
        most = Math.max(most, from[at + i * inner + j]);
      }
      to[toAt + j] = most;
    }
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    float share = kind == Kind.MEAN ? 1f / length : 1f;
    for (int o = 0; o < outer; o++) {
      for (int j = 0; j < inner; j++) {
        int at = o * length * inner + j;
        float slope = dy[o * inner + j] * share;
        if (kind == Kind.MAXIMUM) {
          dx[at + largest(at, y.values()[o * inner + j]) * inner] += slope;
        } else {
          for (int i = 0; i < length; i++) {
            dx[at + i * inner] += slope;
          }
        }
      }
    }
  }

  private int largest(int at, float most) {
    float[] from = x.values();
    for (int i = 0; i < length; i++) {
      if (from[at + i * inner] >= most) {
        return i;
      }
    }
    return 0; // Only NaN is not its own maximum.
  }
}
