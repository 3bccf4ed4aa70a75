package quorate.learning.layer;

import java.util.Arrays;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Rows of the last axis brought to mean 0 and variance 1, then stretched by `prefix.weight` and
/// moved by `prefix.bias`, which begin as 1 and 0.
public final class LayerNorm implements Layer {
  private static final float EPSILON = 1e-5f; // PyTorch's

  private final Tensor gain;
  private final Tensor bias;

  public LayerNorm(Parameters parameters, String prefix, int width) {
    this.gain = parameters.add(prefix + ".weight", width);
    this.bias = parameters.add(prefix + ".bias", width);
    Arrays.fill(gain.values(), 1f);
  }

  /// @param x `[…][width]`
  /// @return the same shape
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return g.fused().layerNorm(x, gain, bias, EPSILON);
  }
}
