package quorate.learning.graph;

/// Every number is 0 with a probability and else made larger, so that its mean stays. N. Srivastava
/// et al., "Dropout", JMLR 15 (2014); at inference Y. Gal and Z. Ghahramani, "Dropout as a Bayesian
/// approximation" (ICML 2016).
final class Dropout extends Operation {
  private final Tensor x;
  private final Tensor y;
  private final float rate;
  private final DropoutChance chance;
  private final float[] factors;

  Dropout(Tensor x, float rate, DropoutChance chance, Tensor y) {
    super(y, x);
    this.x = x;
    this.y = y;
    this.rate = rate;
    this.chance = chance;
    this.factors = new float[x.shape().count()];
  }

  @Override
  Form form() {
    return new Form.Dropout(rate);
  }

  @Override
  void forward() {
    chance.fill(factors, rate);
    float[] from = x.values();
    float[] to = y.values();
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] * factors[i];
    }
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int i = 0; i < dy.length; i++) {
      dx[i] += dy[i] * factors[i];
    }
  }
}
