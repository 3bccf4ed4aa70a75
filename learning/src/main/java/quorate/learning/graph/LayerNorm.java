package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// y = gain·(x − μ)/√(σ² + ε) + bias, with the mean μ and the variance σ² (of n, not n − 1) of each
/// row of the last axis. J. Ba, J. Kiros and G. Hinton, "Layer normalization" (2016).
///
/// Backward, with u the normalised row and g = ∂y·gain: ∂x += (g − mean g − u·mean(g·u)) / √(σ² +
/// ε), ∂gain += Σ ∂y·u, ∂bias += Σ ∂y.
final class LayerNorm extends Operation {
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
  private final float[] slope;

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
    this.slope = new float[width];
  }

  @Override
  Form form() {
    return new Form.LayerNorm(epsilon);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    float[] gains = gain.values();
    float[] biases = bias.values();
    for (int r = 0; r < rows; r++) {
      int at = r * width;
      float mean = kernels.sum(width, from, at) / width;
      for (int j = 0; j < width; j++) {
        unit[at + j] = from[at + j] - mean;
      }
      float variance = kernels.dot(width, unit, at, unit, at) / width;
      float scale = (float) (1 / Math.sqrt((double) variance + epsilon));
      for (int j = 0; j < width; j++) {
        float u = unit[at + j] * scale;
        unit[at + j] = u;
        to[at + j] = Math.fma(u, gains[j], biases[j]);
      }
      scales[r] = scale;
    }
  }

  @Override
  void backward() {
    float[] dy = y.gradient();
    if (bias.hasGradient()) {
      kernels.sumRows(rows, width, dy, 0, bias.gradient(), 0, true);
    }
    if (gain.hasGradient()) {
      float[] dGain = gain.gradient();
      for (int r = 0; r < rows; r++) {
        int at = r * width;
        for (int j = 0; j < width; j++) {
          dGain[j] = Math.fma(dy[at + j], unit[at + j], dGain[j]);
        }
      }
    }
    if (x.hasGradient()) {
      float[] dx = x.gradient();
      float[] gains = gain.values();
      for (int r = 0; r < rows; r++) {
        int at = r * width;
        for (int j = 0; j < width; j++) {
          slope[j] = dy[at + j] * gains[j];
        }
        float mean = kernels.sum(width, slope, 0) / width;
        float along = kernels.dot(width, slope, 0, unit, at) / width;
        float scale = scales[r];
        for (int j = 0; j < width; j++) {
          dx[at + j] += scale * (slope[j] - mean - unit[at + j] * along);
        }
      }
    }
  }
}
