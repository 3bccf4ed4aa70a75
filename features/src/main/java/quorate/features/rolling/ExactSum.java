package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// A running sum that does not drift: terms may be added and taken away without end.
///
/// The sum is kept as an unevaluated pair `high + low`; every rounding error of `high` is caught in
/// `low` by error-free transformations (Knuth's TwoSum; Dekker's and Ogita, Rump and Oishi's
/// "Accurate sum and dot product", SIAM J. Sci. Comput. 26, 2005). As long as the terms span fewer
/// than about 50 binary orders of magnitude `low` itself is exact, so the pair is the exact sum,
/// whatever was added and removed before. That is why it was preferred to recomputing the window
/// now and then: equal windows have equal sums, and the tie of two averages is a true tie.
public final class ExactSum implements Stateful {
  private double high;
  private double low;

  public void add(double term) {
    double sum = high + term;
    double part = sum - high;
    low += (high - (sum - part)) + (term - part);
    high = sum;
  }

  /// Adds `term` and takes `old` away, at once.
  public void exchange(double term, double old) {
    double change = term - old;
    double back = change - term;
    double changeError = (term - (change - back)) - (old + back);
    double sum = high + change;
    double part = sum - high;
    low += ((high - (sum - part)) + (change - part)) + changeError;
    high = sum;
  }

  /// Adds the exact product of two numbers.
  public void addProduct(double a, double b) {
    double product = a * b;
    add(product);
    low += Math.fma(a, b, -product);
  }

  /// Takes a whole other sum away.
  public void subtract(ExactSum other) {
    add(-other.high);
    low -= other.low;
  }

  /// Adds the exact square of `term` and takes the exact square of `old` away.
  public void exchangeSquares(double term, double old) {
    exchangeProducts(term, term, old, old);
  }

  /// Adds the exact product of `a` and `b` and takes that of `oldA` and `oldB` away.
  public void exchangeProducts(double a, double b, double oldA, double oldB) {
    double product = a * b;
    double oldProduct = oldA * oldB;
    exchange(product, oldProduct);
    low += Math.fma(a, b, -product) - Math.fma(oldA, oldB, -oldProduct);
  }

  /// n · Σab − Σa · Σb: the n² fold covariance of n pairs, or of a with itself their variance. The
  /// difference is taken in the precision of the sums, so that its cancellation costs nothing.
  public static double spread(double count, ExactSum products, ExactSum a, ExactSum b) {
    double cross = a.high * b.high;
    double crossLow = Math.fma(a.high, b.high, -cross) + (a.high * b.low + a.low * b.high);
    double scaled = count * products.high;
    double scaledLow = Math.fma(count, products.high, -scaled) + count * products.low;
    double difference = scaled - cross;
    double part = difference - scaled;
    double error = (scaled - (difference - part)) - (cross + part);
    return difference + (error + (scaledLow - crossLow));
  }

  public double value() {
    return high + low;
  }

  /// The sum divided by `count`, correctly rounded but for the rarest cases: the mean of equal
  /// numbers is that number.
  ///
  /// @param inverse 1 / `count`
  public double mean(double count, double inverse) {
    double quotient = high / count;
    double remainder = Math.fma(-quotient, count, high) + low;
    return Math.fma(remainder, inverse, quotient);
  }

  /// The leading part of the pair; with [#low] the whole sum.
  public double high() {
    return high;
  }

  public double low() {
    return low;
  }

  public void clear() {
    high = 0;
    low = 0;
  }

  @Override
  public void state(StateCodec codec) {
    high = codec.real(high);
    low = codec.real(low);
  }
}
