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
    this.gates = new float[Shape.of(rows, out).count()];
    this.slopes = new float[gates.length];
  }

  /// @param from first row of `[batch · steps]`
  void forward(int from, int to) {
    fill(gates, bias.values(), from, to);
    kernels.multiply(
        from, to, out, in, x.values(), 0, in, 1, weight.values(), 0, out, gates, 0, out, true);
  }

  /// One row again and again.
  static void fill(float[] rows, float[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      System.arraycopy(row, 0, rows, i * row.length, row.length);
    }
  }

  /// Before the others on the way back.
  void turn() {
    if (x.hasGradient()) {
      kernels.transpose(in, out, weight.values(), 0, out, turned, 0, in);
    }
  }

  void backwardToInputs(int from, int to) {
    if (x.hasGradient()) {
      kernels.multiply(
          from, to, in, out, slopes, 0, out, 1, turned, 0, in, x.gradient(), 0, in, true);
    }
  }

  void backwardToParameters() {
    if (weight.hasGradient()) {
      kernels.multiply(
          0, in, out, rows, x.values(), 0, 1, in, slopes, 0, out, weight.gradient(), 0, out, true);
    }
    if (bias.hasGradient()) {
      kernels.sumRows(rows, out, slopes, 0, out, bias.gradient(), 0, true);
    }
  }
}
