package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// The softmax along the last axis, or its logarithm: yᵢ = e^(xᵢ − max x) / Σ e^(xⱼ − max x).
final class Softmax extends Operation {
  private final Kernels kernels;
  private final boolean logarithm;
  private final Tensor x;
  private final Tensor y;
  private final int rows;
  private final int width;
  private final float[] probabilities;
  private final float[] sums;

  Softmax(Kernels kernels, boolean logarithm, Tensor x, Tensor y) {
    super(y, x);
    this.kernels = kernels;
    this.logarithm = logarithm;
    this.x = x;
    this.y = y;
    this.width = x.shape().size(-1);
    this.rows = x.shape().count() / width;
    this.probabilities = logarithm ? new float[x.shape().count()] : y.values();
    this.sums = new float[rows];
  }

  @Override
  Form form() {
    return new Form.Softmax(logarithm);
  }

  @Override
  void forward() {
    float[] from = x.values();
    float[] to = y.values();
    for (int r = 0; r < rows; r++) {
      int at = r * width;
      float most = from[at];
      for (int j = 1; j < width; j++) {
        most = Math.max(most, from[at + j]);
      }
      for (int j = 0; j < width; j++) {
        to[at + j] = from[at + j] - most;
      }
    }
    kernels.exp(to.length, to, 0, probabilities, 0);
    for (int r = 0; r < rows; r++) {
      sums[r] = total(r * width);
      float share = 1f / sums[r];
      for (int j = r * width; j < (r + 1) * width; j++) {
        probabilities[j] *= share;
      }
    }
    if (logarithm) {
      kernels.log(rows, sums, 0, sums, 0);
      for (int r = 0; r < rows; r++) {
        for (int j = r * width; j < (r + 1) * width; j++) {
          to[j] -= sums[r];
        }
      }
    }
  }

  private float total(int at) {
    if (width >= Kernels.LANES) {
      return kernels.sum(width, probabilities, at);
    }
    float total = 0f;
    for (int j = at; j < at + width; j++) {
      total += probabilities[j];
    }
    return total;
  }

  @Override
  void backward() {
    float[] dx = x.gradient();
    float[] dy = y.gradient();
    for (int r = 0; r < rows; r++) {
      int at = r * width;
      float all = 0f;
      for (int j = at; j < at + width; j++) {
        all += logarithm ? dy[j] : dy[j] * probabilities[j];
      }
      for (int j = at; j < at + width; j++) {
        float p = probabilities[j];
        dx[j] += logarithm ? dy[j] - p * all : p * (dy[j] - all);
      }
    }
  }
}
