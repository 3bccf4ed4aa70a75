package quorate.learning.graph;

import java.util.OptionalInt;
import quorate.learning.kernel.Kernels;

/// The sum, the mean or the maximum along one axis, or over everything.
///
/// The gradient of a maximum flows to the first of the largest.
final class Reduction extends Operation {
  private final Kernels kernels;
  private final ReductionKind kind;
  private final Tensor x;
  private final Tensor y;
  private final OptionalInt axis;
  private final int outer;
  private final int length;
  private final int inner;

  /// @param axis from 0 up; empty for everything
  Reduction(Kernels kernels, ReductionKind kind, Tensor x, OptionalInt axis, Tensor y) {
    super(y, x);
    this.kernels = kernels;
    this.kind = kind;
    this.x = x;
    this.y = y;
    this.axis = axis;
    Shape shape = x.shape();
    this.outer = axis.isPresent() ? shape.before(axis.getAsInt()) : 1;
    this.length = axis.isPresent() ? shape.size(axis.getAsInt()) : shape.count();
    this.inner = axis.isPresent() ? shape.after(axis.getAsInt()) : 1;
  }

  @Override
  Form form() {
    return new Form.Reduction(kind, axis);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    for (int o = 0; o < outer; o++) {
      int at = o * length * inner;
      if (kind == ReductionKind.MAXIMUM) {
        maximum(from, at, to, o * inner);
      } else if (inner == 1) {
        to[o] = kernels.sum(length, from, at);
      } else {
        kernels.sumRows(length, inner, from, at, inner, to, o * inner, false);
      }
    }
    if (kind == ReductionKind.MEAN) {
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
    float share = kind == ReductionKind.MEAN ? 1f / length : 1f;
    for (int o = 0; o < outer; o++) {
      for (int j = 0; j < inner; j++) {
        int at = o * length * inner + j;
        float slope = dy[o * inner + j] * share;
        if (kind == ReductionKind.MAXIMUM) {
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
