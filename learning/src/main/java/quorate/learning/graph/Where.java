package quorate.learning.graph;

import org.jspecify.annotations.Nullable;

/// One of two numbers each, as a mask says; nothing of the other reaches the result or its
/// gradient, not even a NaN. No gradient reaches the mask.
final class Where extends Operation {
  private final Tensor mask;
  private final Tensor a;
  private final Tensor b;
  private final Tensor y;
  private final int @Nullable [] maskAt;
  private final int @Nullable [] aAt;
  private final int @Nullable [] bAt;

  Where(Tensor mask, Tensor a, Tensor b, Tensor y) {
    super(y, mask, a, b);
    this.mask = mask;
    this.a = a;
    this.b = b;
    this.y = y;
    this.maskAt = Broadcast.places(y.shape(), mask.shape());
    this.aAt = Broadcast.places(y.shape(), a.shape());
    this.bAt = Broadcast.places(y.shape(), b.shape());
  }

  private static int at(int @Nullable [] places, int i) {
    return places == null ? i : places[i];
  }

  private boolean isFirst(int i) {
    return mask.values()[at(maskAt, i)] != 0f;
  }

  @Override
  Form form() {
    return new Form.Where();
  }

  @Override
  void forward() {
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = isFirst(i) ? a.values()[at(aAt, i)] : b.values()[at(bAt, i)];
    }
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    if (a.hasGradient()) {
      float[] da = a.gradient();
      for (int i = 0; i < dy.length; i++) {
        if (isFirst(i)) {
          da[at(aAt, i)] += dy[i];
        }
      }
    }
    if (b.hasGradient()) {
      float[] db = b.gradient();
      for (int i = 0; i < dy.length; i++) {
        if (!isFirst(i)) {
          db[at(bAt, i)] += dy[i];
        }
      }
    }
  }
}
