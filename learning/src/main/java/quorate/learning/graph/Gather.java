package quorate.learning.graph;

/// Rows of a table by indices that are fed as numbers, as an embedding does; gradients are added up
/// row by row, and none reaches the index.
final class Gather extends Operation {
  private final Tensor table;
  private final Tensor index;
  private final Tensor y;
  private final int rows;
  private final int width;

  Gather(Tensor table, Tensor index, Tensor y) {
    super(y, table, index);
    this.table = table;
    this.index = index;
    this.y = y;
    this.rows = table.shape().size(0);
    this.width = table.shape().after(0);
  }

  @Override
  Form form() {
    return new Form.Gather();
  }

  @Override
  void forward() {
    for (int i = 0; i < index.values().length; i++) {
      System.arraycopy(table.values(), row(i) * width, y.values(), i * width, width);
    }
  }

  private int row(int i) {
    float chosen = index.values()[i];
    if (!(chosen >= 0 && chosen < rows) || chosen != (int) chosen) {
      throw new IllegalArgumentException(
          "gather needs whole numbers from 0 to %d for \"%s\" (%s), but number %d of \"%s\" (%s) was %s"
              .formatted(
                  rows - 1, table.name(), table.shape(), i, index.name(), index.shape(), chosen));
    }
    return (int) chosen;
  }

  @Override
  void backward() {
    if (!table.hasGradient()) {
      return;
    }
    float[] dx = table.gradient();
    float[] dy = y.gradient();
    for (int i = 0; i < index.values().length; i++) {
      int to = row(i) * width;
      for (int j = 0; j < width; j++) {
        dx[to + j] += dy[i * width + j];
      }
    }
  }
}
