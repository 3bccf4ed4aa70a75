package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// y = gain·(x − μ)/√(σ² + ε) + bias, with the mean μ and the variance σ² (of n, not n − 1) of each
/// row of the last axis. J. Ba, J. Kiros and G. Hinton, "Layer normalization" (2016).
///
/// Backward, with u the normalised row and g = ∂y·gain: ∂x += (g − mean g − u·mean(g·u)) / √(σ² +
/// ε), ∂gain += Σ ∂y·u, ∂bias += Σ ∂y.
final class LayerNorm extends Operation {
  /// What a number costs, in multiply-adds.
  private static final int COST = 8;

  private final Kernels kernels;
  private final Tensor x;
  private final Tensor gain;
  private final Tensor bias;
  private final Tensor y;
  private final float epsilon;
  private final int rows;
  private final int width;
  private final float[] unit;
  private final float[] scales;
  private final Kernels.RowWork forwardRows = this::forward;
  private final Kernels.RowWork backwardRows = this::backwardToX;

  LayerNorm(Kernels kernels, Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y) {
    super(y, x, gain, bias);
    this.kernels = kernels;
    this.x = x;
    this.gain = gain;
    this.bias = bias;
    this.y = y;
    this.epsilon = epsilon;
    this.width = x.shape().size(-1);
    this.rows = x.shape().count() / width;
    this.unit = new float[x.shape().count()];
    this.scales = new float[rows];
  }

  @Override
  Form form() {
    return new Form.LayerNorm(epsilon);
  }

  @Override
  void forward() {
    kernels.share(rows, (long) rows * width * COST, forwardRows);
  }

  private void forward(int from, int to) {
    float[] in = x.values();
    float[] out = y.values();
    float[] gains = gain.values();
    float[] biases = bias.values();
    for (int r = from; r < to; r++) {
      int at = r * width;
      scales[r] = kernels.normalise(width, in, unit, at, epsilon);
      kernels.fma(width, unit, at, gains, 0, biases, 0, out, at);
    }
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    if (bias.hasGradient()) {
      kernels.sumRows(rows, width, dy, 0, width, bias.gradient(), 0, true);
    }
    if (gain.hasGradient()) {
      kernels.addProducts(rows, width, width, dy, unit, 0, gain.gradient(), 0);
    }
    if (x.hasGradient()) {
      kernels.share(rows, (long) rows * width * COST, backwardRows);
    }
  }

  /// The last to read ∂y, which becomes g here.
  private void backwardToX(int from, int to) {
    float[] dy = y.gradient();
    float[] dx = x.gradient();
    float[] gains = gain.values();
    for (int r = from; r < to; r++) {
      int at = r * width;
      kernels.times(width, dy, at, gains, 0, dy, at);
      kernels.normaliseSlopes(width, dy, unit, dx, at, scales[r]);
    }
  }
}
