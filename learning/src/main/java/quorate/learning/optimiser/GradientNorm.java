package quorate.learning.optimiser;

import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// The length of all gradients taken as one vector, and how to clip it.
///
/// R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural networks"
/// (ICML 2013).
public final class GradientNorm {
  private GradientNorm() {}

  /// √Σ g² over all parameters.
  public static double of(Kernels kernels, Parameters parameters) {
    double squares = 0;
    for (int i = 0; i < parameters.list().size(); i++) {
      Tensor each = parameters.list().get(i);
      float[] g = each.gradient();
      squares += kernels.dot(g.length, g, 0, g, 0);
    }
    return Math.sqrt(squares);
  }

  /// What gradients must be multiplied by so that their norm is at most `most`, as PyTorch does it:
  /// min(1, most / (norm + 10⁻⁶)).
  public static float clip(double norm, double most) {
    return (float) Math.min(1, most / (norm + 1e-6));
  }
}
