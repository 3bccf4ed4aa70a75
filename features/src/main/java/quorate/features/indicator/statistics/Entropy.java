package quorate.features.indicator.statistics;

import java.util.Arrays;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Shannon's entropy of the last n values in bins, in nats: −Σ p log p, 0 when all fall into one
/// bin to log(bins) when they are spread evenly. Usually of returns, `entropy(return(1), 50, 10)`.
///
/// The bins are equally wide from the smallest of the n values, a, to the largest, b: x falls into
/// bin ⌊(x − a) · (bins / (b − a))⌋, b into the last one; all into one when they are equal. The
/// counts follow the values one by one as long as a and b stay, and are taken anew when they do
/// not.
///
/// Source: C. E. Shannon, "A mathematical theory of communication", *Bell System Technical Journal*
/// 27 (1948); as a feature of prices M. López de Prado, *Advances in Financial Machine Learning*
/// (2018), chapter 18.
public final class Entropy implements ValueIndicator {
  private final Window values;
  private final RollingMaximum highest;
  private final RollingMaximum lowestNegated;
  private final int[] counts;

  /// By count c: c log c.
  private final double[] surprise;

  private double low = Double.NaN;
  private double high = Double.NaN;

  /// @param window values looked at, at least 2
  /// @param bins the values' range is cut into, at least 2
  public Entropy(int window, int bins) {
    values = new Window(Windows.check(window, 2, "entropy"));
    highest = new RollingMaximum(window);
    lowestNegated = new RollingMaximum(window);
    if (bins < 2) {
      throw new IllegalArgumentException(
          "bins must be at least 2, but was %d (feature \"entropy\")".formatted(bins));
    }
    counts = new int[bins];
    surprise = new double[window + 1];
    for (int count = 2; count <= window; count++) {
      surprise[count] = count * StrictMath.log(count);
    }
  }

  @Override
  public void update(double value) {
    double left = values.push(value);
    highest.update(value);
    lowestNegated.update(-value);
    if (!values.full()) {
      return;
    }
    if (highest.value() == high && -lowestNegated.value() == low) {
      counts[bin(left)]--;
      counts[bin(value)]++;
    } else {
      countAnew();
    }
  }

  private void countAnew() {
    high = highest.value();
    low = -lowestNegated.value();
    Arrays.fill(counts, 0);
    for (int age = 0; age < values.size(); age++) {
      counts[bin(values.back(age))]++;
    }
  }

  private int bin(double value) {
    double width = high - low;
    return width == 0
        ? 0
        : Math.min(counts.length - 1, (int) ((value - low) * (counts.length / width)));
  }

  @Override
  public double value() {
    int size = values.size();
    double sum = 0;
    for (int count : counts) {
      sum += surprise[count];
    }
    return Math.max(0, (surprise[size] - sum) / size);
  }

  @Override
  public boolean ready() {
    return values.full();
  }

  @Override
  public int warmUp() {
    return values.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    highest.state(codec);
    lowestNegated.state(codec);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) codec.whole(counts[i]);
    }
    low = codec.real(low);
    high = codec.real(high);
  }
}
