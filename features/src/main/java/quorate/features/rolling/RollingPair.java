package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Correlation and regression of the last so many pairs of numbers; O(1) an update on average.
///
/// Sums of products of x − its origin and y − its origin are kept in plain `double`s. They are
/// taken anew about the means once in every window, when an origin is more than three deviations
/// from its mean, and when a number of more than a hundred deviations has left: rounding is never
/// further than some twelve digits down. Five [ExactSum]s took three times as long; they pay where
/// two results must be equal to the last bit, as averages must at a tie, which these are not asked
/// to.
public final class RollingPair implements Stateful {
  private static final double FAR = 3 * 3;
  private static final double OUTLIER = 100 * 100;

  private final Window xs;
  private final Window ys;
  private final double inverse;
  private double originX;
  private double originY;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumYy;
  private double sumXy;
  private double varianceX;
  private double varianceY;
  private double covariance;
  private int fresh;

  /// @param size at least 1
  public RollingPair(int size) {
    xs = new Window(size);
    ys = new Window(size);
    inverse = 1.0 / size;
  }

  public void update(double x, double y) {
    boolean full = xs.full();
    double leftX = xs.push(x);
    double leftY = ys.push(y);
    if (!full) {
      if (xs.full()) {
        takeAnew();
      }
      return;
    }
    double a = x - originX;
    double b = y - originY;
    double oldA = leftX - originX;
    double oldB = leftY - originY;
    sumX += a - oldA;
    sumY += b - oldB;
    sumXx += a * a - oldA * oldA;
    sumYy += b * b - oldB * oldB;
    sumXy += a * b - oldA * oldB;
    fresh++;
    centre();
    double offX = sumX * inverse;
    double offY = sumY * inverse;
    if (fresh >= xs.size()
        || offX * offX > FAR * varianceX
        || offY * offY > FAR * varianceY
        || oldA * oldA > OUTLIER * varianceX
        || oldB * oldB > OUTLIER * varianceY) {
      takeAnew();
    }
  }

  private void centre() {
    double offX = sumX * inverse;
    double offY = sumY * inverse;
    varianceX = Math.max(0, sumXx * inverse - offX * offX);
    varianceY = Math.max(0, sumYy * inverse - offY * offY);
    covariance = sumXy * inverse - offX * offY;
  }

  private void takeAnew() {
    originX = mean(xs);
    originY = mean(ys);
    sumX = 0;
    sumY = 0;
    sumXx = 0;
    sumYy = 0;
    sumXy = 0;
    for (int age = 0; age < xs.size(); age++) {
      double a = xs.back(age) - originX;
      double b = ys.back(age) - originY;
      sumX += a;
      sumY += b;
      sumXx += a * a;
      sumYy += b * b;
      sumXy += a * b;
    }
    fresh = 0;
    centre();
  }

  /// About the newest number, so that the mean of equal numbers is that number.
  private static double mean(Window window) {
    double newest = window.back(0);
    double sum = 0;
    for (int age = 1; age < window.size(); age++) {
      sum += window.back(age) - newest;
    }
    return newest + sum / window.size();
  }

  /// Pearson's correlation, −1 to 1; 0 when all x or all y are equal.
  public double correlation() {
    if (varianceX == 0 || varianceY == 0) {
      return 0;
    }
    double correlation = covariance / (Math.sqrt(varianceX) * Math.sqrt(varianceY));
    return Math.max(-1, Math.min(1, correlation));
  }

  /// Slope of the least-squares line of y over x; 0 when all x are equal.
  public double slope() {
    return varianceX == 0 ? 0 : covariance / varianceX;
  }

  public boolean ready() {
    return xs.full();
  }

  public int size() {
    return xs.size();
  }

  @Override
  public void state(StateCodec codec) {
    xs.state(codec);
    ys.state(codec);
    originX = codec.real(originX);
    originY = codec.real(originY);
    sumX = codec.real(sumX);
    sumY = codec.real(sumY);
    sumXx = codec.real(sumXx);
    sumYy = codec.real(sumYy);
    sumXy = codec.real(sumXy);
    varianceX = codec.real(varianceX);
    varianceY = codec.real(varianceY);
    covariance = codec.real(covariance);
    fresh = (int) codec.whole(fresh);
  }
}
