package quorate.features.rolling;

import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The largest of the last n numbers; O(1) an update on average, at most the window.
///
/// The numbers are taken in blocks of n. The window always is the end of the block before and the
/// beginning of this one: the first has its maxima worked out from the right when it ends, the
/// second keeps its maximum as it grows (M. van Herk, "A fast algorithm for local minimum and
/// maximum filters", Pattern Recognition Letters 13, 1992; Gil and Werman 1993). A falling queue
/// compares less often but with branches that no processor can predict; it took three times as
/// long. A minimum is the negative of a maximum of negatives.
public final class RollingMaximum implements Stateful {
  /// Numbers of this block up to `place`, from there on the maxima of the rest of the block before.
  private final double[] block;

  private double growing = Double.NEGATIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private int place;
  private int count;

  /// @param size at least 1
  public RollingMaximum(int size) {
    block = new double[size];
    Arrays.fill(block, Double.NEGATIVE_INFINITY);
  }

  public void update(double value) {
    block[place] = value;
    growing = Math.max(growing, value);
    place++;
    if (place < block.length) {
      maximum = Math.max(growing, block[place]);
    } else {
      maximum = growing;
      endBlock();
    }
    if (count < block.length) {
      count++;
    }
  }

  private void endBlock() {
    for (int i = block.length - 2; i >= 0; i--) {
      block[i] = Math.max(block[i], block[i + 1]);
    }
    growing = Double.NEGATIVE_INFINITY;
    place = 0;
  }

  public double value() {
    return maximum;
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
    growing = codec.real(growing);
    maximum = codec.real(maximum);
    place = (int) codec.whole(place);
    count = (int) codec.whole(count);
  }
}
