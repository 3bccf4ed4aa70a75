package quorate.learning.graph;

import org.jspecify.annotations.Nullable;

/// A function of two numbers each, with shapes that meet as [Broadcast] says. Operands that are
/// repeated are written out into buffers first, and their gradients gathered back.
final class Binary extends Operation {
  private final BinaryFunction function;
  private final Tensor a;
  private final Tensor b;
  private final Tensor y;
  private final int @Nullable [] left;
  private final int @Nullable [] right;
  private final float[] wideA;
  private final float[] wideB;

  Binary(BinaryFunction function, Tensor a, Tensor b, Broadcast meeting, Tensor y) {
    super(y, a, b);
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

  @Override
  void forward() {
    widen(a.values(), left, wideA);
    widen(b.values(), right, wideB);
    float[] to = y.values();
    int n = to.length;
    switch (function) {
      case ADD -> {
        for (int i = 0; i < n; i++) {
          to[i] = wideA[i] + wideB[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < n; i++) {
          to[i] = wideA[i] - wideB[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < n; i++) {
          to[i] = wideA[i] * wideB[i];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < n; i++) {
          to[i] = wideA[i] / wideB[i];
        }
      }
      case MINIMUM -> {
        for (int i = 0; i < n; i++) {
          to[i] = Math.min(wideA[i], wideB[i]);
        }
      }
      case MAXIMUM -> {
        for (int i = 0; i < n; i++) {
          to[i] = Math.max(wideA[i], wideB[i]);
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
    if (a.hasGradient()) {
      backwardToA(dy, a.gradient());
    }
    if (b.hasGradient()) {
      backwardToB(dy, b.gradient());
    }
  }

  private void backwardToA(float[] dy, float[] da) {
    if (left != null) {
      for (int i = 0; i < dy.length; i++) {
        da[left[i]] += slopeOfA(dy, i);
      }
    } else if (function == BinaryFunction.ADD || function == BinaryFunction.SUBTRACT) {
      add(dy, da);
    } else {
      for (int i = 0; i < dy.length; i++) {
        da[i] += slopeOfA(dy, i);
      }
    }
  }

  private void backwardToB(float[] dy, float[] db) {
    if (right != null) {
      for (int i = 0; i < dy.length; i++) {
        db[right[i]] += slopeOfB(dy, i);
      }
    } else if (function == BinaryFunction.ADD) {
      add(dy, db);
    } else {
      for (int i = 0; i < dy.length; i++) {
        db[i] += slopeOfB(dy, i);
      }
    }
  }

  /// What residual networks do most, in a loop that becomes vectors.
  private static void add(float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
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
