package quorate.learning.graph;

/// Gradients added up.
final class Sums {
  private Sums() {}

  /// Adds to a tensor's gradient, where it has one.
  static void add(float[] slopes, Tensor to) {
    if (to.hasGradient()) {
      float[] gradient = to.gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += slopes[i];
      }
    }
  }
}
