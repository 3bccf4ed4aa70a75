package quorate.learning.sac;

import java.util.random.RandomGenerator;
import quorate.learning.graph.Tensor;

/// Fills what a graph takes as noise.
final class Normal {
  private Normal() {}

  static void fill(Tensor noise, RandomGenerator chance) {
    float[] values = noise.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) chance.nextGaussian();
    }
  }
}
