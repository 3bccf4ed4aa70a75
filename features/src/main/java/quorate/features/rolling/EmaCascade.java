package quorate.features.rolling;

import java.util.stream.Stream;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Exponential averages of exponential averages: the second follows the first, the third the second
/// and so on, all with the share 2 / (n + 1). Each begins as the mean of the first n values of the
/// one before it, as all of TA-Lib's do.
public final class EmaCascade implements Stateful {
  private final double[] averages;
  private final ExactSum[] seeds;
  private final int window;
  private final double share;
  private int begun;
  private int count;

  /// @param window the n of the formula, at least 1
  /// @param depth how many averages there are, at least 1
  public EmaCascade(int window, int depth) {
    this.window = window;
    this.share = 2.0 / (window + 1.0);
    this.averages = new double[depth];
    this.seeds = Stream.generate(ExactSum::new).limit(depth).toArray(ExactSum[]::new);
  }

  public void update(double value) {
    double follows = value;
    for (int i = 0; i < begun; i++) {
      double average = averages[i];
      follows = Math.fma(follows - average, share, average);
      averages[i] = follows;
    }
    if (begun < averages.length) {
      begin(follows);
    }
  }

  /// The value at which an average begins is the first that the next one takes in.
  private void begin(double value) {
    double follows = value;
    while (begun < averages.length) {
      seeds[begun].add(follows);
      count++;
      if (count < window) {
        return;
      }
      follows = seeds[begun].mean(window, 1.0 / window);
      averages[begun] = follows;
      begun++;
      count = 0;
    }
  }

  /// One of the averages, 0 the one that follows the values themselves.
  public double value(int place) {
    return averages[place];
  }

  public boolean ready() {
    return begun == averages.length;
  }

  /// After how many values the last of them is ready.
  public int warmUp() {
    return averages.length * (window - 1) + 1;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(averages);
    for (ExactSum seed : seeds) {
      seed.state(codec);
    }
    begun = (int) codec.whole(begun);
    count = (int) codec.whole(count);
  }
}
