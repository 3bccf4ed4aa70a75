package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Variances and covariance of the last so many pairs of numbers; O(1) an update.
///
/// Sums and sums of products are kept as [ExactSum]s, for the reasons given at [RollingMoments].
public final class RollingPair implements Stateful {
  private final Window xs;
  private final Window ys;
  private final ExactSum sumX = new ExactSum();
  private final ExactSum sumY = new ExactSum();
  private final ExactSum squaresX = new ExactSum();
  private final ExactSum squaresY = new ExactSum();
  private final ExactSum products = new ExactSum();
  private final double size;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;
  private int equalX;
  private int equalY;

  /// @param size at least 1
  public RollingPair(int size) {
    this.xs = new Window(size);
    this.ys = new Window(size);
    this.size = size;
  }

  public void update(double x, double y) {
    double oldX = xs.push(x);
    double oldY = ys.push(y);
    sumX.exchange(x, oldX);
    sumY.exchange(y, oldY);
    squaresX.exchangeSquares(x, oldX);
    squaresY.exchangeSquares(y, oldY);
    products.exchangeProducts(x, y, oldX, oldY);
    equalX = x == lastX ? equalX + 1 : 1;
    equalY = y == lastY ? equalY + 1 : 1;
    lastX = x;
    lastY = y;
  }

  /// Pearson's correlation, −1 to 1; 0 when all x or all y are equal.
  public double correlation() {
    double spreadX = spreadX();
    double spreadY = equalY >= size ? 0 : ExactSum.spread(size, squaresY, sumY, sumY);
    if (!(spreadX > 0 && spreadY > 0)) {
      return 0;
    }
    double correlation = covariation() / (Math.sqrt(spreadX) * Math.sqrt(spreadY));
    return Math.max(-1, Math.min(1, correlation));
  }

  /// Slope of the least-squares line of y over x; 0 when all x are equal.
  public double slope() {
    double spreadX = spreadX();
    return spreadX > 0 ? covariation() / spreadX : 0;
  }

  private double spreadX() {
    return equalX >= size ? 0 : ExactSum.spread(size, squaresX, sumX, sumX);
  }

  private double covariation() {
    return ExactSum.spread(size, products, sumX, sumY);
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
    sumX.state(codec);
    sumY.state(codec);
    squaresX.state(codec);
    squaresY.state(codec);
    products.state(codec);
    lastX = codec.real(lastX);
    lastY = codec.real(lastY);
    equalX = (int) codec.whole(equalX);
    equalY = (int) codec.whole(equalY);
  }
}
