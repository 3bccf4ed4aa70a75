package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Sixteen rows by sixteen columns turned in registers, for vectors of sixteen: in four rounds rows
/// that are 8, 4, 2 and 1 apart exchange the halves, quarters and so on that stand on the wrong
/// side. One number at a time takes three times as long. J. Eklundh, "A fast computer method for
/// matrix transposing", IEEE Transactions on Computers C-21 (1972).
final class TransposeKernel {
  static final int SIDE = 16;

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;
  private static final VectorShuffle<Float> ACROSS_8 = across(8);
  private static final VectorShuffle<Float> ACROSS_4 = across(4);
  private static final VectorShuffle<Float> ACROSS_2 = across(2);
  private static final VectorShuffle<Float> ACROSS_1 = across(1);
  private static final VectorMask<Float> UPPER_8 = upper(8);
  private static final VectorMask<Float> UPPER_4 = upper(4);
  private static final VectorMask<Float> UPPER_2 = upper(2);
  private static final VectorMask<Float> UPPER_1 = upper(1);

  private TransposeKernel() {}

  private static VectorShuffle<Float> across(int distance) {
    return VectorShuffle.fromOp(S, lane -> lane ^ distance);
  }

  private static VectorMask<Float> upper(int distance) {
    long lanes = 0;
    for (int lane = 0; lane < SIDE; lane++) {
      if ((lane & distance) != 0) {
        lanes |= 1L << lane;
      }
    }
    return VectorMask.fromLong(S, lanes);
  }

  /// @param fromRow distance between rows of `from`, as `toRow`
  static void block(float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow) {
    for (int row = 0; row < 4; row++) {
      farRounds(from, fromAt + row * fromRow, 4 * fromRow, to, toAt + row * toRow, 4 * toRow);
    }
    for (int row = 0; row < SIDE; row += 4) {
      nearRounds(to, toAt + row * toRow, toRow);
    }
  }

  /// Rows that are 8 and 4 apart, every fourth.
  private static void farRounds(
      float[] from, int fromAt, int fromStep, float[] to, int toAt, int toStep) {
    FloatVector a = FloatVector.fromArray(S, from, fromAt);
    FloatVector b = FloatVector.fromArray(S, from, fromAt + fromStep);
    FloatVector c = FloatVector.fromArray(S, from, fromAt + 2 * fromStep);
    FloatVector d = FloatVector.fromArray(S, from, fromAt + 3 * fromStep);
    FloatVector a8 = a.blend(c.rearrange(ACROSS_8), UPPER_8);
    FloatVector b8 = b.blend(d.rearrange(ACROSS_8), UPPER_8);
    FloatVector c8 = a.rearrange(ACROSS_8).blend(c, UPPER_8);
    FloatVector d8 = b.rearrange(ACROSS_8).blend(d, UPPER_8);
    a8.blend(b8.rearrange(ACROSS_4), UPPER_4).intoArray(to, toAt);
    a8.rearrange(ACROSS_4).blend(b8, UPPER_4).intoArray(to, toAt + toStep);
    c8.blend(d8.rearrange(ACROSS_4), UPPER_4).intoArray(to, toAt + 2 * toStep);
    c8.rearrange(ACROSS_4).blend(d8, UPPER_4).intoArray(to, toAt + 3 * toStep);
  }

  /// Rows that are 2 and 1 apart, four neighbours.
  private static void nearRounds(float[] x, int at, int step) {
    FloatVector a = FloatVector.fromArray(S, x, at);
    FloatVector b = FloatVector.fromArray(S, x, at + step);
    FloatVector c = FloatVector.fromArray(S, x, at + 2 * step);
    FloatVector d = FloatVector.fromArray(S, x, at + 3 * step);
    FloatVector a2 = a.blend(c.rearrange(ACROSS_2), UPPER_2);
    FloatVector b2 = b.blend(d.rearrange(ACROSS_2), UPPER_2);
    FloatVector c2 = a.rearrange(ACROSS_2).blend(c, UPPER_2);
    FloatVector d2 = b.rearrange(ACROSS_2).blend(d, UPPER_2);
    a2.blend(b2.rearrange(ACROSS_1), UPPER_1).intoArray(x, at);
    a2.rearrange(ACROSS_1).blend(b2, UPPER_1).intoArray(x, at + step);
    c2.blend(d2.rearrange(ACROSS_1), UPPER_1).intoArray(x, at + 2 * step);
    c2.rearrange(ACROSS_1).blend(d2, UPPER_1).intoArray(x, at + 3 * step);
  }
}
