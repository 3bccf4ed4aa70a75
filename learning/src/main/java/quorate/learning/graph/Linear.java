package quorate.learning.graph;

import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// y = f(x·W + b) in one step: rows of x by W[in][out], the bias where there is one, and the
/// activation in place.
///
/// Backward, with z = x·W + b: ∂z = ∂y·f′ where f′ follows from y alone, ∂W += xᵀ·∂z, ∂b += Σ ∂z,
/// ∂x += ∂z·Wᵀ. W is turned into a buffer for the last one, so that it too runs along rows.
final class Linear extends Operation {
  private final Kernels kernels;
  private final Activation activation;
  private final Tensor x;
  private final Tensor weight;
  private final @Nullable Tensor bias;
  private final Tensor y;
  private final int rows;
  private final int in;
  private final int out;
  private final float[] turned;
  private final float[] z;

  Linear(
      Kernels kernels,
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      Activation activation,
      Tensor y) {
    super(y, bias == null ? new Tensor[] {x, weight} : new Tensor[] {x, weight, bias});
    this.kernels = kernels;
    this.activation = activation;
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.y = y;
    this.in = weight.shape().size(0);
    this.out = weight.shape().size(1);
    this.rows = x.shape().count() / in;
    this.turned = new float[in * out];
    this.z = new float[activation == Activation.NONE ? 0 : rows * out];
  }

  @Override
  Form form() {
    return new Form.Linear(activation);
  }

  @Override
  void forward() {
    float[] values = y.values();
    if (bias != null) {
      float[] b = bias.values();
      for (int i = 0; i < rows; i++) {
        System.arraycopy(b, 0, values, i * out, out);
      }
    }
    kernels.multiply(
        0,
        rows,
        out,
        in,
        x.values(),
        0,
        in,
        1,
        weight.values(),
        0,
        out,
        values,
        0,
        out,
        bias != null);
    activation.apply(kernels, values);
  }

  @Override
  void backward() {
    float[] dz = activation.backward(y.values(), y.gradient(), z);
    if (weight.hasGradient()) {
      kernels.multiply(
          0, in, out, rows, x.values(), 0, 1, in, dz, 0, out, weight.gradient(), 0, out, true);
    }
    if (bias != null && bias.hasGradient()) {
      kernels.sumRows(rows, out, dz, 0, bias.gradient(), 0, true);
    }
    if (x.hasGradient()) {
      kernels.transpose(in, out, weight.values(), 0, out, turned, 0);
      kernels.multiply(0, rows, in, out, dz, 0, out, 1, turned, 0, in, x.gradient(), 0, in, true);
    }
  }
}
