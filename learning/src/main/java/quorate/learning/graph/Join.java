package quorate.learning.graph;

/// Tensors one after the other along an axis.
final class Join extends Operation {
  private final Tensor[] parts;
  private final Tensor y;
  private final int axis;
  private final int outer;
  private final int[] runs;

  Join(Tensor[] parts, int axis, Tensor y) {
    super(y, parts);
    this.parts = parts;
    this.y = y;
    this.axis = axis;
    this.outer = y.shape().before(axis);
    this.runs = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      runs[i] = parts[i].shape().size(axis) * y.shape().after(axis);
    }
  }

  /// What comes out.
  ///
  /// @throws IllegalArgumentException without parts, or when they differ along another axis
  static Shape shape(int axis, Tensor... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException(
          "join needs at least 1 tensor, but was given none along axis " + axis);
    }
    Shape first = parts[0].shape();
    int place = first.place(axis);
    int size = 0;
    for (Tensor part : parts) {
      if (part.shape().rank() != first.rank()
          || !part.shape().with(place, 1).equals(first.with(place, 1))) {
        throw new IllegalArgumentException(
            "join needs shapes that differ along axis %d alone, but was given %s and %s"
                .formatted(place, first, part.shape()));
      }
      size += part.shape().size(place);
    }
    return first.with(place, size);
  }

  @Override
  Form form() {
    return new Form.Join(axis);
  }

  @Override
  void forward() {
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < parts.length; i++) {
        System.arraycopy(parts[i].values(), o * runs[i], y.values(), at, runs[i]);
        at += runs[i];
      }
    }
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < parts.length; i++) {
        if (parts[i].hasGradient()) {
          float[] dx = parts[i].gradient();
          for (int j = 0; j < runs[i]; j++) {
            dx[o * runs[i] + j] += dy[at + j];
          }
        }
        at += runs[i];
      }
    }
  }
}
