package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [VectorMath] over whole vectors. Called only where there is one at least, so
/// that the compiler always sees these loops run and takes their bodies up: where most rows are
/// shorter than a vector it would else leave them as calls, and vectors become objects.
final class VectorLoops {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  private VectorLoops() {}

  static void exp(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.exp(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }

  static void log(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.log(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }

  static void tanh(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.tanh(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }

  static void sigmoid(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.sigmoid(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }

  static void softplus(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.softplus(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }

  static void erf(int n, float[] x, int xAt, float[] y, int yAt) {
    for (int i = 0; i < n; i += L) {
      VectorMath.erf(FloatVector.fromArray(S, x, xAt + i)).intoArray(y, yAt + i);
    }
  }
}
