package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Second, third and fourth central moment of the last so many numbers; O(1) an update on average.
///
/// Sums of the powers of x − origin are kept free of drift ([ExactSum]). An origin within three
/// deviations of the mean costs two digits at most; once it is further off, or a number of more
/// than a thousand deviations has left, the sums are taken anew about the mean, which prices seldom
/// ask for. Powers about 0 would lose sixteen digits on a price of 4000 that moves by 1.
public final class RollingPowers implements Stateful {
  private static final double FAR = 3 * 3;
  private static final double OUTLIER = 1000.0 * 1000;

  private final Window window;
  private final ExactSum first = new ExactSum();
  private final ExactSum second = new ExactSum();
  private final ExactSum third = new ExactSum();
  private final ExactSum fourth = new ExactSum();
  private final double inverse;
  private double origin;
  private double variance;
  private double thirdMoment;
  private double fourthMoment;

  /// @param size at least 1
  public RollingPowers(int size) {
    window = new Window(size);
    inverse = 1.0 / size;
  }

  public void update(double value) {
    if (window.count() == 0) {
      origin = value;
    }
    boolean full = window.full();
    double left = window.push(value);
    double old = full ? left - origin : 0;
    double now = value - origin;
    double square = now * now;
    double oldSquare = old * old;
    first.exchange(now, old);
    second.exchange(square, oldSquare);
    third.exchange(square * now, oldSquare * old);
    fourth.exchange(square * square, oldSquare * oldSquare);
    if (window.full()) {
      double offset = first.value() * inverse;
      centre(offset);
      if (offset * offset > FAR * variance || oldSquare > OUTLIER * variance) {
        takeAnew();
      }
    }
  }

  private void centre(double offset) {
    double square = offset * offset;
    double q2 = second.value() * inverse;
    double q3 = third.value() * inverse;
    variance = Math.max(0, q2 - square);
    thirdMoment = q3 - offset * (3 * q2 - 2 * square);
    fourthMoment = fourth.value() * inverse - offset * (4 * q3 - offset * (6 * q2 - 3 * square));
  }

  private void takeAnew() {
    first.clear();
    for (int age = 0; age < window.size(); age++) {
      first.add(window.back(age));
    }
    origin = first.mean(window.size(), inverse);
    first.clear();
    second.clear();
    third.clear();
    fourth.clear();
    for (int age = 0; age < window.size(); age++) {
      double x = window.back(age) - origin;
      first.add(x);
      second.add(x * x);
      third.add(x * x * x);
      fourth.add(x * x * (x * x));
    }
    centre(first.value() * inverse);
  }

  /// The population variance; 0 exactly when all numbers are equal.
  public double variance() {
    return variance;
  }

  /// Mean of (x − mean)³.
  public double third() {
    return thirdMoment;
  }

  /// Mean of (x − mean)⁴.
  public double fourth() {
    return fourthMoment;
  }

  public boolean ready() {
    return window.full();
  }

  public int size() {
    return window.size();
  }

  @Override
  public void state(StateCodec codec) {
    window.state(codec);
    first.state(codec);
    second.state(codec);
    third.state(codec);
    fourth.state(codec);
    origin = codec.real(origin);
    variance = codec.real(variance);
    thirdMoment = codec.real(thirdMoment);
    fourthMoment = codec.real(fourthMoment);
  }
}
