package quorate.features.indicator.profile;

import java.util.Arrays;
import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The shorter bars inside the last so many bars, oldest first. A bar without any inside stands for
/// itself.
///
/// They lie in one piece, so that whoever looks through them runs along arrays; when a bar leaves,
/// the others move up, some hundred numbers once a bar. The arrays grow to what a window needs and
/// stay so. Not for use by two threads.
public final class InnerBars implements Stateful {
  private static final int USUAL_INSIDE = 6; // five-minute bars of a half-hour bar

  /// Inner bars of each finished bar, oldest first.
  private final int[] inside;

  private int bars;
  private int growing;
  private int size;
  private double[] low;
  private double[] high;
  private double[] close;
  private double[] volume;
  private double closeBefore = Double.NaN;

  /// @param bars finished bars held, at least 1
  public InnerBars(int bars) {
    inside = new int[bars];
    int room = (bars + 1) * USUAL_INSIDE;
    low = new double[room];
    high = new double[room];
    close = new double[room];
    volume = new double[room];
  }

  /// Takes the next bar inside the growing one.
  public void add(BarView bar) {
    makeRoom(size + 1);
    low[size] = bar.low();
    high[size] = bar.high();
    close[size] = bar.close();
    volume[size] = bar.volume();
    size++;
    growing++;
  }

  /// Ends the growing bar.
  public void end(BarView bar) {
    if (growing == 0) {
      add(bar);
    }
    if (bars == inside.length) {
      leave(inside[0]);
      System.arraycopy(inside, 1, inside, 0, bars - 1);
      bars--;
    }
    inside[bars] = growing;
    bars++;
    growing = 0;
  }

  private void leave(int oldest) {
    closeBefore = close[oldest - 1];
    size -= oldest;
    System.arraycopy(low, oldest, low, 0, size);
    System.arraycopy(high, oldest, high, 0, size);
    System.arraycopy(close, oldest, close, 0, size);
    System.arraycopy(volume, oldest, volume, 0, size);
  }

  private void makeRoom(int needed) {
    if (needed > low.length) {
      int room = 2 * needed;
      low = Arrays.copyOf(low, room);
      high = Arrays.copyOf(high, room);
      close = Arrays.copyOf(close, room);
      volume = Arrays.copyOf(volume, room);
    }
  }

  /// How many bars were finished, at most as many as it holds.
  public int bars() {
    return bars;
  }

  /// Whether as many bars were finished as it holds.
  public boolean full() {
    return bars == inside.length;
  }

  /// How many inner bars a finished bar has, 0 the oldest.
  public int inside(int bar) {
    return inside[bar];
  }

  /// How many inner bars there are in all.
  public int size() {
    return size;
  }

  /// @param place of the inner bar, 0 the oldest
  public double low(int place) {
    return low[place];
  }

  /// @param place of the inner bar, 0 the oldest
  public double high(int place) {
    return high[place];
  }

  /// @param place of the inner bar, 0 the oldest; −1 the one that left last, NaN when none has
  public double close(int place) {
    return place < 0 ? closeBefore : close[place];
  }

  /// @param place of the inner bar, 0 the oldest
  public double volume(int place) {
    return volume[place];
  }

  @Override
  public void state(StateCodec codec) {
    bars = (int) codec.whole(bars);
    for (int i = 0; i < bars; i++) {
      inside[i] = (int) codec.whole(inside[i]);
    }
    growing = (int) codec.whole(growing);
    size = (int) codec.whole(size);
    makeRoom(size);
    for (int i = 0; i < size; i++) {
      low[i] = codec.real(low[i]);
      high[i] = codec.real(high[i]);
      close[i] = codec.real(close[i]);
      volume[i] = codec.real(volume[i]);
    }
    closeBefore = codec.real(closeBefore);
  }
}
