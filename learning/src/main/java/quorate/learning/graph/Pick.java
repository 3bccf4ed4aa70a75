package quorate.learning.graph;

/// One number of each row, by an index that is fed as a number; no gradient reaches the index.
final class Pick extends Operation {
  private final Tensor x;
  private final Tensor index;
  private final Tensor y;
  private final int width;

  Pick(Tensor x, Tensor index, Tensor y) {
    super(y, x, index);
    this.x = x;
    this.index = index;
    this.y = y;
    this.width = x.shape().size(-1);
  }

  @Override
  Form form() {
    return new Form.Pick();
  }

  @Override
  void forward() {
    float[] to = y.values();
    for (int r = 0; r < to.length; r++) {
      to[r] = x.values()[r * width + place(r)];
    }
  }

  private int place(int row) {
    float chosen = index.values()[row];
    if (!(chosen >= 0 && chosen < width) || chosen != (int) chosen) {
      throw new IllegalArgumentException(
          "pick needs a whole number from 0 to %d in each row, but row %d of \"%s\" was %s"
              .formatted(width - 1, row, index.name(), chosen));
    }
    return (int) chosen;
  }

  @Override
  void backward() {
    if (x.hasGradient()) {
      float[] dy = y.gradient();
      for (int r = 0; r < dy.length; r++) {
        x.gradient()[r * width + place(r)] += dy[r];
      }
    }
  }
}
