package quorate.features.indicator.signature;

import java.util.Arrays;

/// The log-signature to degree 3 of a path of straight steps in three dimensions: 14 numbers that
/// determine its iterated integrals to that degree, without repeating themselves.
///
/// Order, as `esig` has it, over the letters 1, 2, 3 (the dimensions): 1, 2, 3, `[1,2]`, `[1,3]`,
/// `[2,3]`, `[1,[1,2]]`, `[1,[1,3]]`, `[2,[1,2]]`, `[2,[1,3]]`, `[2,[2,3]]`, `[3,[1,2]]`,
/// `[3,[1,3]]`, `[3,[2,3]]`, the Hall basis of the free Lie algebra. The first three are the whole
/// change, the next three the areas between each two dimensions and the chord. It does not depend
/// on how the time along the path runs, and backwards it is its own negative.
///
/// A step costs some 60 multiplications and allocates nothing. Not for use by two threads.
///
/// Sources: K.-T. Chen, "Integration of paths, geometric invariants and a generalized
/// Baker-Hausdorff formula", Annals of Mathematics 65 (1957); T. Lyons, "Differential equations
/// driven by rough signals", Rev. Mat. Iberoamericana 14 (1998); C. Reutenauer, *Free Lie Algebras*
/// (1993), chapter 4, for the basis.
public final class LogSignature {
  /// How many numbers it is.
  public static final int SIZE = 14;

  private static final int AREAS = 3;
  private static final int THIRDS = 6;

  private final double[] values = new double[SIZE];

  /// Begins a new path.
  public void clear() {
    Arrays.fill(values, 0);
  }

  /// Goes one straight step on.
  ///
  /// By Chen's identity the path so far and the step multiply, and by the Baker–Campbell–Hausdorff
  /// formula the logarithm of the product exp(L)·exp(Δ) is, to degree 3,
  ///
  /// `L + Δ + ½[L,Δ] + ¹⁄₁₂[L,[L,Δ]] − ¹⁄₁₂[Δ,[L,Δ]]`,
  ///
  /// where the step Δ has letters only. With A = [L₁,Δ], the areas that the letters L₁ of L make
  /// with the step, degree 2 grows by ½A and degree 3 by [(L₁ − Δ)/12, A] − ½[Δ, L₂]. Taking the
  /// logarithm of the signature's 39 numbers at the end was rejected: it is longer, and subtracts
  /// large numbers to find small ones.
  public void step(double d1, double d2, double d3) {
    double[] v = values;
    double a12 = v[0] * d2 - v[1] * d1;
    double a13 = v[0] * d3 - v[2] * d1;
    double a23 = v[1] * d3 - v[2] * d2;
    addBrackets((v[0] - d1) / 12, (v[1] - d2) / 12, (v[2] - d3) / 12, a12, a13, a23);
    addBrackets(-d1 / 2, -d2 / 2, -d3 / 2, v[AREAS], v[AREAS + 1], v[AREAS + 2]);
    v[AREAS] += a12 / 2;
    v[AREAS + 1] += a13 / 2;
    v[AREAS + 2] += a23 / 2;
    v[0] += d1;
    v[1] += d2;
    v[2] += d3;
  }

  /// Adds [x, a] to degree 3, x of letters and a of areas. Of the nine brackets one is no element
  /// of the basis: by Jacobi's identity `[1,[2,3]] = [2,[1,3]] − [3,[1,2]]`.
  private void addBrackets(double x1, double x2, double x3, double a12, double a13, double a23) {
    double[] v = values;
    v[THIRDS] += x1 * a12;
    v[THIRDS + 1] += x1 * a13;
    v[THIRDS + 2] += x2 * a12;
    v[THIRDS + 3] += x2 * a13 + x1 * a23;
    v[THIRDS + 4] += x2 * a23;
    v[THIRDS + 5] += x3 * a12 - x1 * a23;
    v[THIRDS + 6] += x3 * a13;
    v[THIRDS + 7] += x3 * a23;
  }

  /// One of its numbers.
  ///
  /// @param place in the order above, from 0
  public double value(int place) {
    return values[place];
  }
}
