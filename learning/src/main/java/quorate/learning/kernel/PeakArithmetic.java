package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How much one core can do at most: twelve independent chains of fused multiply-adds that never
/// leave the registers. What a kernel reaches is told as a share of it.
public final class PeakArithmetic {
  private static final int CHAINS = 12;
  private static final int ROUNDS = 4_000_000;
  private static final float FACTOR = 0.999f;

  private PeakArithmetic() {}

  /// Billions of additions and multiplications a second, on vectors where they are there; takes
  /// some tens of milliseconds once compiled.
  public static double gigaFlops() {
    boolean vectors = Kernels.fastest() instanceof VectorKernels;
    int lanes = vectors ? Vectors.LANES : 1;
    long begin = System.nanoTime();
    float left = vectors ? Vectors.run(ROUNDS) : oneByOne(ROUNDS);
    double ns = System.nanoTime() - begin;
    if (Float.isNaN(left)) {
      throw new ArithmeticException("calibration must give numbers");
    }
    return 2.0 * CHAINS * lanes * ROUNDS / ns;
  }

  private static float oneByOne(int rounds) {
    float s0 = 1;
    float s1 = 2;
    float s2 = 3;
    float s3 = 4;
    float s4 = 5;
    float s5 = 6;
    float s6 = 7;
    float s7 = 8;
    float s8 = 9;
    float s9 = 10;
    float s10 = 11;
    float s11 = 12;
    for (int i = 0; i < rounds; i++) {
      s0 = Math.fma(s0, FACTOR, 1f);
      s1 = Math.fma(s1, FACTOR, 1f);
      s2 = Math.fma(s2, FACTOR, 1f);
      s3 = Math.fma(s3, FACTOR, 1f);
      s4 = Math.fma(s4, FACTOR, 1f);
      s5 = Math.fma(s5, FACTOR, 1f);
      s6 = Math.fma(s6, FACTOR, 1f);
      s7 = Math.fma(s7, FACTOR, 1f);
      s8 = Math.fma(s8, FACTOR, 1f);
      s9 = Math.fma(s9, FACTOR, 1f);
      s10 = Math.fma(s10, FACTOR, 1f);
      s11 = Math.fma(s11, FACTOR, 1f);
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11;
  }

  /// Apart, so that a JVM without the vector module never loads it.
  private static final class Vectors {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int LANES = S.length();

    static float run(int rounds) {
      FloatVector factor = FloatVector.broadcast(S, FACTOR);
      FloatVector one = FloatVector.broadcast(S, 1f);
      FloatVector s0 = FloatVector.broadcast(S, 1f);
      FloatVector s1 = FloatVector.broadcast(S, 2f);
      FloatVector s2 = FloatVector.broadcast(S, 3f);
      FloatVector s3 = FloatVector.broadcast(S, 4f);
      FloatVector s4 = FloatVector.broadcast(S, 5f);
      FloatVector s5 = FloatVector.broadcast(S, 6f);
      FloatVector s6 = FloatVector.broadcast(S, 7f);
      FloatVector s7 = FloatVector.broadcast(S, 8f);
      FloatVector s8 = FloatVector.broadcast(S, 9f);
      FloatVector s9 = FloatVector.broadcast(S, 10f);
      FloatVector s10 = FloatVector.broadcast(S, 11f);
      FloatVector s11 = FloatVector.broadcast(S, 12f);
      for (int i = 0; i < rounds; i++) {
        s0 = s0.fma(factor, one);
        s1 = s1.fma(factor, one);
        s2 = s2.fma(factor, one);
        s3 = s3.fma(factor, one);
        s4 = s4.fma(factor, one);
        s5 = s5.fma(factor, one);
        s6 = s6.fma(factor, one);
        s7 = s7.fma(factor, one);
        s8 = s8.fma(factor, one);
        s9 = s9.fma(factor, one);
        s10 = s10.fma(factor, one);
        s11 = s11.fma(factor, one);
      }
      FloatVector left = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
      FloatVector right = s6.add(s7).add(s8).add(s9).add(s10).add(s11);
      return left.add(right).lane(0);
    }
  }
}
