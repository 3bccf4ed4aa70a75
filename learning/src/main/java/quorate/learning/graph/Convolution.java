package quorate.learning.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// Cross-correlation along time: y[b][o][t] = bias[o] + Σ w[c][k][o]·x[b][c][t·stride + k −
/// padding], with 0 beyond the ends.
///
/// Each batch is one product of the weights with the windows laid out as columns, which are laid
/// out again for the gradient rather than kept.
final class Convolution extends Operation {
  private final Kernels kernels;
  private final Tensor x;
  private final Tensor weight;
  private final @Nullable Tensor bias;
  private final Tensor y;
  private final int stride;
  private final int padding;
  private final int batch;
  private final int channels;
  private final int steps;
  private final int out;
  private final int width;
  private final int outSteps;
  private final float[] windows;
  private final float[] turned;

  Convolution(
      Kernels kernels,
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      int stride,
      int padding,
      Tensor y) {
    super(y, bias == null ? new Tensor[] {x, weight} : new Tensor[] {x, weight, bias});
    this.kernels = kernels;
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.y = y;
    this.stride = stride;
    this.padding = padding;
    this.batch = x.shape().size(0);
    this.channels = x.shape().size(1);
    this.steps = x.shape().size(2);
    this.width = weight.shape().size(1);
    this.out = weight.shape().size(2);
    this.outSteps = y.shape().size(2);
    this.windows = new float[Shape.of(channels, width, outSteps).count()];
    this.turned = new float[out * outSteps];
  }

  /// How many steps come out; below 1 where the window does not fit.
  static int steps(int steps, int width, int stride, int padding) {
    return Math.floorDiv(steps + 2 * padding - width, stride) + 1;
  }

  @Override
  Form form() {
    return new Form.Convolution(stride, padding);
  }

  @Override
  void forward() {
    int rows = channels * width;
    float[] values = y.values();
    for (int b = 0; b < batch; b++) {
      int at = b * out * outSteps;
      for (int o = 0; o < out; o++) {
        float start = bias == null ? 0f : bias.values()[o];
        Arrays.fill(values, at + o * outSteps, at + (o + 1) * outSteps, start);
      }
      layOut(b);
      kernels.multiply(
          0,
          out,
          outSteps,
          rows,
          weight.values(),
          0,
          1,
          out,
          windows,
          0,
          outSteps,
          values,
          at,
          outSteps,
          true);
    }
  }

  /// Writes the windows of a batch, one a column: `[channels·width][outSteps]`.
  private void layOut(int b) {
    float[] from = x.values();
    for (int c = 0; c < channels; c++) {
      int source = (b * channels + c) * steps;
      for (int k = 0; k < width; k++) {
        int to = (c * width + k) * outSteps;
        for (int t = 0; t < outSteps; t++) {
          int place = t * stride + k - padding;
          windows[to + t] = place >= 0 && place < steps ? from[source + place] : 0f;
        }
      }
    }
  }

  @Override
  void backward() {
    int rows = channels * width;
    float[] dy = y.gradient();
    for (int b = 0; b < batch; b++) {
      int at = b * out * outSteps;
      if (bias != null && bias.hasGradient()) {
        for (int o = 0; o < out; o++) {
          bias.gradient()[o] += kernels.sum(outSteps, dy, at + o * outSteps);
        }
      }
      if (weight.hasGradient()) {
        layOut(b);
        kernels.transpose(out, outSteps, dy, at, outSteps, turned, 0, out);
        kernels.multiply(
            0,
            rows,
            out,
            outSteps,
            windows,
            0,
            outSteps,
            1,
            turned,
            0,
            out,
            weight.gradient(),
            0,
            out,
            true);
      }
      if (x.hasGradient()) {
        kernels.multiply(
            0,
            rows,
            outSteps,
            out,
            weight.values(),
            0,
            out,
            1,
            dy,
            at,
            outSteps,
            windows,
            0,
            outSteps,
            false);
        gatherBack(b);
      }
    }
  }

  /// Adds the gradients of the windows to those of the numbers that stand in them.
  private void gatherBack(int b) {
    float[] dx = x.gradient();
    for (int c = 0; c < channels; c++) {
      int target = (b * channels + c) * steps;
      for (int k = 0; k < width; k++) {
        int from = (c * width + k) * outSteps;
        for (int t = 0; t < outSteps; t++) {
          int place = t * stride + k - padding;
          if (place >= 0 && place < steps) {
            dx[target + place] += windows[from + t];
          }
        }
      }
    }
  }
}
