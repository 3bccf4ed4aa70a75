package quorate.learning.kernel;

import java.util.List;
import quorate.domain.chance.Philox;

/// What specifications of kernels run over.
final class KernelKinds {
  static final List<Kernels> KINDS = List.of(new ScalarKernels(), new VectorKernels());

  /// Widths around those of vectors and blocks.
  static final int[] WIDTHS = {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100};

  private KernelKinds() {}

  static List<Kernels> kinds() {
    return KINDS;
  }

  static float[] numbers(Philox chance, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (chance.nextGaussian() * 3);
    }
    return numbers;
  }
}
