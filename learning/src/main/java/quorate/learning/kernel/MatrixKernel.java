package quorate.learning.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The product of two matrices on vectors: C = A·B, or C += A·B.
///
/// Every element is one chain of fused multiply-adds over k from 0 up, whatever the width of the
/// vectors, the shape of the blocks or the number of threads; that is what makes the result the
/// same bit for bit everywhere. Blocks of four rows by two vectors keep eight independent chains in
/// registers, which is the latency of the unit times its two ports; blocks of one row take four
/// vectors. Where vectors of 16 come with 32 registers, blocks are of four by four: they read half
/// as much for each multiply-add, which tells where rows lie a power of two apart and so few of
/// them fit the first cache. Others (6 × 2, 8 × 2, 8 × 3, 6 × 4, 12 × 2) were no faster for the
/// matrices of 64 to 256 columns that this room multiplies. K. Goto and R. van de Geijn, "Anatomy
/// of high-performance matrix multiplication", ACM TOMS 34 (2008); their packing is left out
/// because these matrices fit the first two caches.
final class MatrixKernel {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final boolean MANY_REGISTERS = L == 16;

  /// Numbers of B that stay in the second cache beside the rest: 256 KiB.
  private static final int LARGE = 65_536;

  private MatrixKernel() {}

  /// Rows `from` to `to` of C, with strides as in [Kernels#multiply]. A tall B, which every block
  /// of rows would read again from beyond the second cache, is taken some rows at a time; C holds
  /// the chains between them.
  static void rows(
      int from,
      int to,
      int n,
      int k,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow,
      boolean add) {
    int height = (long) k * n > LARGE ? Math.max(LARGE / 2 / n, 1) : k;
    part(from, to, n, height, a, aAt, aRow, aColumn, b, bAt, bRow, c, cAt, cRow, add);
    for (int p = height; p < k; p += height) {
      int count = Math.min(height, k - p);
      int aPart = aAt + p * aColumn;
      int bPart = bAt + p * bRow;
      part(from, to, n, count, a, aPart, aRow, aColumn, b, bPart, bRow, c, cAt, cRow, true);
    }
  }

  private static void part(
      int from,
      int to,
      int n,
      int k,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow,
      boolean add) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int ai = aAt + i * aRow;
      int ci = cAt + i * cRow;
      int j = 0;
      if (MANY_REGISTERS) {
        for (; j + 4 * L <= n; j += 4 * L) {
          fourByFour(k, a, ai, aRow, aColumn, b, bAt + j, bRow, c, ci + j, cRow, add);
        }
      }
      for (; j + 2 * L <= n; j += 2 * L) {
        fourByTwo(k, a, ai, aRow, aColumn, b, bAt + j, bRow, c, ci + j, cRow, add);
      }
      for (; j < n; j += L) {
        if (j + L <= n) {
          fourByOne(k, a, ai, aRow, aColumn, b, bAt + j, bRow, c, ci + j, cRow, add);
        } else {
          fourByPart(k, a, ai, aRow, aColumn, b, bAt + j, bRow, c, ci + j, cRow, add, n - j);
        }
      }
    }
    for (; i < to; i++) {
      oneRow(n, k, a, aAt + i * aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow, add);
    }
  }

  private static void fourByFour(
      int k,
      float[] a,
      int a0,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int c0,
      int cRow,
      boolean add) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s00 = add ? FloatVector.fromArray(S, c, c0) : FloatVector.zero(S);
    FloatVector s01 = add ? FloatVector.fromArray(S, c, c0 + L) : FloatVector.zero(S);
    FloatVector s02 = add ? FloatVector.fromArray(S, c, c0 + 2 * L) : FloatVector.zero(S);
    FloatVector s03 = add ? FloatVector.fromArray(S, c, c0 + 3 * L) : FloatVector.zero(S);
    FloatVector s10 = add ? FloatVector.fromArray(S, c, c1) : FloatVector.zero(S);
    FloatVector s11 = add ? FloatVector.fromArray(S, c, c1 + L) : FloatVector.zero(S);
    FloatVector s12 = add ? FloatVector.fromArray(S, c, c1 + 2 * L) : FloatVector.zero(S);
    FloatVector s13 = add ? FloatVector.fromArray(S, c, c1 + 3 * L) : FloatVector.zero(S);
    FloatVector s20 = add ? FloatVector.fromArray(S, c, c2) : FloatVector.zero(S);
    FloatVector s21 = add ? FloatVector.fromArray(S, c, c2 + L) : FloatVector.zero(S);
    FloatVector s22 = add ? FloatVector.fromArray(S, c, c2 + 2 * L) : FloatVector.zero(S);
    FloatVector s23 = add ? FloatVector.fromArray(S, c, c2 + 3 * L) : FloatVector.zero(S);
    FloatVector s30 = add ? FloatVector.fromArray(S, c, c3) : FloatVector.zero(S);
    FloatVector s31 = add ? FloatVector.fromArray(S, c, c3 + L) : FloatVector.zero(S);
    FloatVector s32 = add ? FloatVector.fromArray(S, c, c3 + 2 * L) : FloatVector.zero(S);
    FloatVector s33 = add ? FloatVector.fromArray(S, c, c3 + 3 * L) : FloatVector.zero(S);
    int ap = a0;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bp);
      FloatVector b1 = FloatVector.fromArray(S, b, bp + L);
      FloatVector b2 = FloatVector.fromArray(S, b, bp + 2 * L);
      FloatVector b3 = FloatVector.fromArray(S, b, bp + 3 * L);
      FloatVector x0 = FloatVector.broadcast(S, a[ap]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(S, a[ap + aRow]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(S, a[ap + 2 * aRow]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(S, a[ap + 3 * aRow]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      ap += aColumn;
      bp += bRow;
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + L);
    s02.intoArray(c, c0 + 2 * L);
    s03.intoArray(c, c0 + 3 * L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s12.intoArray(c, c1 + 2 * L);
    s13.intoArray(c, c1 + 3 * L);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + L);
    s22.intoArray(c, c2 + 2 * L);
    s23.intoArray(c, c2 + 3 * L);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + L);
    s32.intoArray(c, c3 + 2 * L);
    s33.intoArray(c, c3 + 3 * L);
  }

  private static void fourByTwo(
      int k,
      float[] a,
      int a0,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int c0,
      int cRow,
      boolean add) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s00 = add ? FloatVector.fromArray(S, c, c0) : FloatVector.zero(S);
    FloatVector s01 = add ? FloatVector.fromArray(S, c, c0 + L) : FloatVector.zero(S);
    FloatVector s10 = add ? FloatVector.fromArray(S, c, c1) : FloatVector.zero(S);
    FloatVector s11 = add ? FloatVector.fromArray(S, c, c1 + L) : FloatVector.zero(S);
    FloatVector s20 = add ? FloatVector.fromArray(S, c, c2) : FloatVector.zero(S);
    FloatVector s21 = add ? FloatVector.fromArray(S, c, c2 + L) : FloatVector.zero(S);
    FloatVector s30 = add ? FloatVector.fromArray(S, c, c3) : FloatVector.zero(S);
    FloatVector s31 = add ? FloatVector.fromArray(S, c, c3 + L) : FloatVector.zero(S);
    int ap = a0;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bp);
      FloatVector b1 = FloatVector.fromArray(S, b, bp + L);
      FloatVector x0 = FloatVector.broadcast(S, a[ap]);
      FloatVector x1 = FloatVector.broadcast(S, a[ap + aRow]);
      FloatVector x2 = FloatVector.broadcast(S, a[ap + 2 * aRow]);
      FloatVector x3 = FloatVector.broadcast(S, a[ap + 3 * aRow]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      ap += aColumn;
      bp += bRow;
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + L);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + L);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + L);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + L);
  }

  private static void fourByOne(
      int k,
      float[] a,
      int a0,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int c0,
      int cRow,
      boolean add) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s0 = add ? FloatVector.fromArray(S, c, c0) : FloatVector.zero(S);
    FloatVector s1 = add ? FloatVector.fromArray(S, c, c1) : FloatVector.zero(S);
    FloatVector s2 = add ? FloatVector.fromArray(S, c, c2) : FloatVector.zero(S);
    FloatVector s3 = add ? FloatVector.fromArray(S, c, c3) : FloatVector.zero(S);
    int ap = a0;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bp);
      s0 = FloatVector.broadcast(S, a[ap]).fma(b0, s0);
      s1 = FloatVector.broadcast(S, a[ap + aRow]).fma(b0, s1);
      s2 = FloatVector.broadcast(S, a[ap + 2 * aRow]).fma(b0, s2);
      s3 = FloatVector.broadcast(S, a[ap + 3 * aRow]).fma(b0, s3);
      ap += aColumn;
      bp += bRow;
    }
    s0.intoArray(c, c0);
    s1.intoArray(c, c1);
    s2.intoArray(c, c2);
    s3.intoArray(c, c3);
  }

  /// The last columns, fewer than a vector has lanes.
  private static void fourByPart(
      int k,
      float[] a,
      int a0,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int c0,
      int cRow,
      boolean add,
      int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns);
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector s0 = add ? FloatVector.fromArray(S, c, c0, mask) : FloatVector.zero(S);
    FloatVector s1 = add ? FloatVector.fromArray(S, c, c1, mask) : FloatVector.zero(S);
    FloatVector s2 = add ? FloatVector.fromArray(S, c, c2, mask) : FloatVector.zero(S);
    FloatVector s3 = add ? FloatVector.fromArray(S, c, c3, mask) : FloatVector.zero(S);
    int ap = a0;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bp, mask);
      s0 = FloatVector.broadcast(S, a[ap]).fma(b0, s0);
      s1 = FloatVector.broadcast(S, a[ap + aRow]).fma(b0, s1);
      s2 = FloatVector.broadcast(S, a[ap + 2 * aRow]).fma(b0, s2);
      s3 = FloatVector.broadcast(S, a[ap + 3 * aRow]).fma(b0, s3);
      ap += aColumn;
      bp += bRow;
    }
    s0.intoArray(c, c0, mask);
    s1.intoArray(c, c1, mask);
    s2.intoArray(c, c2, mask);
    s3.intoArray(c, c3, mask);
  }

  private static void oneRow(
      int n,
      int k,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      boolean add) {
    int j = 0;
    for (; j + 4 * L <= n; j += 4 * L) {
      oneByFour(k, a, aAt, aColumn, b, bAt + j, bRow, c, cAt + j, add);
    }
    for (; j < n; j += L) {
      oneByPart(k, a, aAt, aColumn, b, bAt + j, bRow, c, cAt + j, add, n - j);
    }
  }

  private static void oneByFour(
      int k,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      boolean add) {
    FloatVector s0 = add ? FloatVector.fromArray(S, c, cAt) : FloatVector.zero(S);
    FloatVector s1 = add ? FloatVector.fromArray(S, c, cAt + L) : FloatVector.zero(S);
    FloatVector s2 = add ? FloatVector.fromArray(S, c, cAt + 2 * L) : FloatVector.zero(S);
    FloatVector s3 = add ? FloatVector.fromArray(S, c, cAt + 3 * L) : FloatVector.zero(S);
    int ap = aAt;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      FloatVector x = FloatVector.broadcast(S, a[ap]);
      s0 = x.fma(FloatVector.fromArray(S, b, bp), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, bp + L), s1);
      s2 = x.fma(FloatVector.fromArray(S, b, bp + 2 * L), s2);
      s3 = x.fma(FloatVector.fromArray(S, b, bp + 3 * L), s3);
      ap += aColumn;
      bp += bRow;
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + L);
    s2.intoArray(c, cAt + 2 * L);
    s3.intoArray(c, cAt + 3 * L);
  }

  private static void oneByPart(
      int k,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      boolean add,
      int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns);
    FloatVector s = add ? FloatVector.fromArray(S, c, cAt, mask) : FloatVector.zero(S);
    int ap = aAt;
    int bp = bAt;
    for (int p = 0; p < k; p++) {
      s = FloatVector.broadcast(S, a[ap]).fma(FloatVector.fromArray(S, b, bp, mask), s);
      ap += aColumn;
      bp += bRow;
    }
    s.intoArray(c, cAt, mask);
  }
}
