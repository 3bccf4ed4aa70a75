package quorate.learning.graph;

import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// A function of two numbers each, with shapes that meet as [Broadcast] says. Operands that are
/// repeated are written out into buffers first, and their gradients gathered back.
final class Binary extends Operation {
  /// What a number costs to read and write, in multiply-adds.
  private static final int COST = 2;

  private final Kernels kernels;
  private final BinaryFunction function;
  private final Tensor a;
  private final Tensor b;
  private final Tensor y;
  private final int @Nullable [] left;
  private final int @Nullable [] right;
  private final float[] wideA;
  private final float[] wideB;
  private final Kernels.RowWork forwardRange = this::forward;
  private final Kernels.RowWork backwardRange = this::backward;

  Binary(
      Kernels kernels, BinaryFunction function, Tensor a, Tensor b, Broadcast meeting, Tensor y) {
    super(y, a, b);
    this.kernels = kernels;
    this.function = function;
    this.a = a;
    this.b = b;
    this.y = y;
    this.left = meeting.left();
    this.right = meeting.right();
    this.wideA = left == null ? a.values() : new float[left.length];
    this.wideB = right == null ? b.values() : new float[right.length];
  }

  @Override
  Form form() {
    return new Form.Binary(function);
  }

  private long cost() {
    return (long) y.values().length * COST;
  }

  @Override
  void forward() {
    widen(a.values(), left, wideA);
    widen(b.values(), right, wideB);
    kernels.share(y.values().length, cost(), forwardRange);
  }

  private void forward(int from, int to) {
    float[] one = wideA;
    float[] other = wideB;
    float[] result = y.values();
    switch (function) {
      case ADD -> {
        for (int i = from; i < to; i++) {
          result[i] = one[i] + other[i];
        }
      }
      case SUBTRACT -> {
        for (int i = from; i < to; i++) {
          result[i] = one[i] - other[i];
        }
      }
      case MULTIPLY -> {
        for (int i = from; i < to; i++) {
          result[i] = one[i] * other[i];
        }
      }
      case DIVIDE -> {
        for (int i = from; i < to; i++) {
          result[i] = one[i] / other[i];
        }
      }
      case MINIMUM -> {
        for (int i = from; i < to; i++) {
          result[i] = Math.min(one[i], other[i]);
        }
      }
      case MAXIMUM -> {
        for (int i = from; i < to; i++) {
          result[i] = Math.max(one[i], other[i]);
        }
      }
    }
  }

  private static void widen(float[] from, int @Nullable [] places, float[] to) {
    if (places != null) {
      for (int i = 0; i < places.length; i++) {
        to[i] = from[places[i]];
      }
    }
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    if (a.hasGradient() && left != null) {
      for (int i = 0; i < dy.length; i++) {
        a.gradient()[left[i]] += slopeOfA(dy, i);
      }
    }
    if (b.hasGradient() && right != null) {
      for (int i = 0; i < dy.length; i++) {
        b.gradient()[right[i]] += slopeOfB(dy, i);
      }
    }
    boolean alike = (a.hasGradient() && left == null) || (b.hasGradient() && right == null);
    if (alike) {
      kernels.share(dy.length, cost(), backwardRange);
    }
  }

  /// To the operands that are not repeated.
  private void backward(int from, int to) {
    if (a.hasGradient() && left == null) {
      backwardToA(a.gradient(), from, to);
    }
    if (b.hasGradient() && right == null) {
      backwardToB(b.gradient(), from, to);
    }
  }

  private void backwardToA(float[] da, int from, int to) {
    float[] dy = y.gradient();
    if (function == BinaryFunction.ADD || function == BinaryFunction.SUBTRACT) {
      add(dy, da, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      da[i] += slopeOfA(dy, i);
    }
  }

  private void backwardToB(float[] db, int from, int to) {
    float[] dy = y.gradient();
    if (function == BinaryFunction.ADD) {
      add(dy, db, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      db[i] += slopeOfB(dy, i);
    }
  }

  /// What residual networks do most, in a loop that becomes vectors.
  private static void add(float[] dy, float[] into, int from, int to) {
    for (int i = from; i < to; i++) {
      into[i] += dy[i];
    }
  }

  private float slopeOfA(float[] dy, int i) {
    return switch (function) {
      case ADD, SUBTRACT -> dy[i];
      case MULTIPLY -> dy[i] * wideB[i];
      case DIVIDE -> dy[i] / wideB[i];
      case MINIMUM -> wideA[i] <= wideB[i] ? dy[i] : 0f;
      case MAXIMUM -> wideA[i] >= wideB[i] ? dy[i] : 0f;
    };
  }

  private float slopeOfB(float[] dy, int i) {
    return switch (function) {
      case ADD -> dy[i];
      case SUBTRACT -> -dy[i];
      case MULTIPLY -> dy[i] * wideA[i];
      case DIVIDE -> -dy[i] * y.values()[i] / wideB[i];
      case MINIMUM -> wideA[i] <= wideB[i] ? 0f : dy[i];
      case MAXIMUM -> wideA[i] >= wideB[i] ? 0f : dy[i];
    };
  }
}
