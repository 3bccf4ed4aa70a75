package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The errors that [Kernels] promises, number by number where the functions turn.
class ExpAndLogTest {
  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void expKeepsItsRelativeErrorDownToItsLastNumberAboveZero(Kernels kernels) {
    float[] x = following(-87.1f, -86.9f);
    float[] y = new float[x.length];

    kernels.exp(x.length, x, 0, y, 0);

    for (int i = 0; i < x.length; i++) {
      if (x[i] < -86.98f) {
        assertThat(y[i]).as("exp(%s)", x[i]).isZero();
      } else {
        double truth = Math.exp(x[i]);
        assertThat(Math.abs(y[i] / truth - 1)).as("exp(%s)", x[i]).isLessThan(0x1p-22);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void logStaysWithinTwoUnitsInTheLastPlaceAroundOne(Kernels kernels) {
    float[] x = new float[200_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(Float.floatToRawIntBits(1f) - 100_000 + i);
    }

    assertThat(mostUnits(kernels, x)).isLessThan(2);
    assertThat(mostUnits(kernels, wide(0.4f, 3f))).isLessThan(2);
  }

  @ParameterizedTest
  @MethodSource("quorate.learning.kernel.KernelKinds#kinds")
  void logStaysWithinTwoUnitsInTheLastPlaceOfSubnormals(Kernels kernels) {
    float[] x = new float[200_000];
    for (int i = 0; i < 100_000; i++) {
      x[i] = Float.intBitsToFloat(1 + i);
      x[100_000 + i] = Float.intBitsToFloat(0x800000 - 83 * i);
    }

    assertThat(mostUnits(kernels, x)).isLessThan(2);
  }

  /// The largest error of the logarithm, in units in the last place of the truth.
  private static double mostUnits(Kernels kernels, float[] x) {
    float[] y = new float[x.length];
    kernels.log(x.length, x, 0, y, 0);
    double most = 0;
    for (int i = 0; i < x.length; i++) {
      double expected = Math.log(x[i]);
      double units = Math.abs(y[i] - expected) / Math.ulp((float) expected);
      most = Math.max(most, units);
    }
    return most;
  }

  private static float[] wide(float least, float most) {
    float[] x = new float[200_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = least + (most - least) * i / x.length;
    }
    return x;
  }

  /// Every number from one negative number up to another.
  private static float[] following(float least, float most) {
    int first = Float.floatToRawIntBits(least);
    float[] x = new float[first - Float.floatToRawIntBits(most) + 1];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(first - i);
    }
    return x;
  }
}
