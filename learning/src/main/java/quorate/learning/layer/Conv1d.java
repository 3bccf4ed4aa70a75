package quorate.learning.layer;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Filters that slide along time: `prefix.weight` `[channels][width][out]` and `prefix.bias`
/// `[out]`, drawn as PyTorch does or the weight in another way and the bias 0.
public final class Conv1d implements Layer {
  private final Tensor weight;
  private final Tensor bias;
  private final int stride;
  private final int padding;

  /// @param channels numbers at each step of the input
  /// @param out filters
  /// @param width steps that a filter sees
  /// @param stride steps from window to window, at least 1
  /// @param padding zeros before the first and after the last step
  /// @throws IllegalArgumentException when the names are taken
  public Conv1d(
      Parameters parameters,
      String prefix,
      int channels,
      int out,
      int width,
      int stride,
      int padding,
      RandomGenerator chance) {
    this(
        parameters,
        prefix,
        channels,
        out,
        width,
        stride,
        padding,
        Initialisation.standard(),
        chance);
    Initialisation.uniform(1 / Math.sqrt((double) channels * width)).fill(bias, chance);
  }

  /// As the other, with a beginning of the weight.
  public Conv1d(
      Parameters parameters,
      String prefix,
      int channels,
      int out,
      int width,
      int stride,
      int padding,
      Initialisation initialisation,
      RandomGenerator chance) {
    this.weight = parameters.add(prefix + ".weight", channels, width, out);
    this.bias = parameters.add(prefix + ".bias", out);
    this.stride = stride;
    this.padding = padding;
    initialisation.fill(weight, chance);
  }

  /// @param x `[batch][channels][steps]`
  /// @return `[batch][out][(steps + 2·padding − width) / stride + 1]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return g.fused().convolution(x, weight, bias, stride, padding);
  }
}
