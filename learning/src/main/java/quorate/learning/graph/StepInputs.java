package quorate.learning.graph;

import quorate.learning.kernel.Kernels;

/// What the inputs of a whole sequence add to the gates of a recurrent network, x·W + b, in one
/// product for all steps; and the way back.
final class StepInputs {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor weight;
  private final Tensor bias;
  private final int rows;
  private final int in;
  private final int out;
  private final float[] turned;

  /// The gates `[batch][steps][out]`, before the state has been added, and their gradients.
  final float[] gates;

  final float[] slopes;

  StepInputs(Kernels kernels, Tensor x, Tensor weight, Tensor bias) {
    this.kernels = kernels;
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.in = weight.shape().size(0);
    this.out = weight.shape().size(1);
    this.rows = x.shape().count() / in;
    this.turned = new float[in * out];
    this.gates = new float[rows * out];
    this.slopes = new float[rows * out];
  }

  void forward() {
    fill(gates, bias.values());
    kernels.multiply(
        0, rows, out, in, x.values(), 0, in, 1, weight.values(), 0, out, gates, 0, out, true);
  }

  /// One row again and again.
  static void fill(float[] rows, float[] row) {
    for (int at = 0; at < rows.length; at += row.length) {
      System.arraycopy(row, 0, rows, at, row.length);
    }
  }

  void backward() {
    if (weight.hasGradient()) {
      kernels.multiply(
          0, in, out, rows, x.values(), 0, 1, in, slopes, 0, out, weight.gradient(), 0, out, true);
    }
    if (bias.hasGradient()) {
      kernels.sumRows(rows, out, slopes, 0, bias.gradient(), 0, true);
    }
    if (x.hasGradient()) {
      kernels.transpose(in, out, weight.values(), 0, out, turned, 0, in);
      kernels.multiply(
          0, rows, in, out, slopes, 0, out, 1, turned, 0, in, x.gradient(), 0, in, true);
    }
  }
}
