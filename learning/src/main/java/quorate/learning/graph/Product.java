package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// Matrix products of the last two axes, one for each element of the axes before them; a second
/// operand of two axes is shared by all.
final class Product extends Operation {
  private final Kernels kernels;
  private final Tensor a;
  private final Tensor b;
  private final Tensor y;
  private final int count;
  private final int m;
  private final int n;
  private final int k;
  private final boolean shared;
  private final float[] turned;

  Product(Kernels kernels, Tensor a, Tensor b, Tensor y) {
    super(y, a, b);
    this.kernels = kernels;
    this.a = a;
    this.b = b;
    this.y = y;
    this.m = a.shape().size(-2);
    this.k = a.shape().size(-1);
    this.n = b.shape().size(-1);
    this.count = a.shape().count() / (m * k);
    this.shared = b.shape().rank() == 2;
    this.turned = new float[k * n];
  }

  @Override
  void forward() {
    for (int i = 0; i < count; i++) {
      kernels.multiply(
          0,
          m,
          n,
          k,
          a.values(),
          i * m * k,
          k,
          1,
          b.values(),
          bAt(i),
          n,
          y.values(),
          i * m * n,
          n,
          false);
    }
  }

  private int bAt(int i) {
    return shared ? 0 : i * k * n;
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    for (int i = 0; i < count; i++) {
      if (a.hasGradient()) {
        kernels.transpose(k, n, b.values(), bAt(i), n, turned, 0);
        kernels.multiply(
            0, m, k, n, dy, i * m * n, n, 1, turned, 0, k, a.gradient(), i * m * k, k, true);
      }
      if (b.hasGradient()) {
        kernels.multiply(
            0,
            k,
            n,
            m,
            a.values(),
            i * m * k,
            1,
            k,
            dy,
            i * m * n,
            n,
            b.gradient(),
            bAt(i),
            n,
            true);
      }
    }
  }
}
