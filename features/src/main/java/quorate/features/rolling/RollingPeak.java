package quorate.features.rolling;

import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The largest of the last n numbers and how long ago it came; of equal ones the newest. O(1) an
/// update on average, at most the window.
///
/// Works as [RollingMaximum] does, which is faster where the age does not matter. A trough is a
/// peak of negatives.
public final class RollingPeak implements Stateful {
  /// Numbers of this block up to `place`, from there on the maxima of the rest of the block before.
  private final double[] block;

  /// Where in its block each of those maxima stood.
  private final int[] peaks;

  private double growing = Double.NEGATIVE_INFINITY;
  private int growingPeak;
  private double maximum = Double.NEGATIVE_INFINITY;
  private int age;
  private int place;
  private int count;

  /// @param size at least 1
  public RollingPeak(int size) {
    block = new double[size];
    peaks = new int[size];
    Arrays.fill(block, Double.NEGATIVE_INFINITY);
  }

  public void update(double value) {
    block[place] = value;
    if (value >= growing) {
      growing = value;
      growingPeak = place;
    }
    place++;
    if (place == block.length) {
      maximum = growing;
      age = place - 1 - growingPeak;
      endBlock();
    } else {
      double before = block[place];
      boolean grown = growing >= before;
      maximum = grown ? growing : before;
      age = place - 1 + (grown ? -growingPeak : block.length - peaks[place]);
    }
    if (count < block.length) {
      count++;
    }
  }

  private void endBlock() {
    int last = block.length - 1;
    peaks[last] = last;
    for (int i = last - 1; i >= 0; i--) {
      boolean higher = block[i] > block[i + 1];
      peaks[i] = higher ? i : peaks[i + 1];
      block[i] = higher ? block[i] : block[i + 1];
    }
    growing = Double.NEGATIVE_INFINITY;
    place = 0;
  }

  public double value() {
    return maximum;
  }

  /// How many numbers ago the largest came, from 0 for the last one to n − 1.
  public int age() {
    return age;
  }

  public boolean ready() {
    return count == block.length;
  }

  public int size() {
    return block.length;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(block);
    for (int i = 0; i < peaks.length; i++) {
      peaks[i] = (int) codec.whole(peaks[i]);
    }
    growing = codec.real(growing);
    growingPeak = (int) codec.whole(growingPeak);
    maximum = codec.real(maximum);
    age = (int) codec.whole(age);
    place = (int) codec.whole(place);
    count = (int) codec.whole(count);
  }
}
