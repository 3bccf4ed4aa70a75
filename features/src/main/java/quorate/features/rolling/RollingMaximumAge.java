package quorate.features.rolling;

import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// How many numbers ago the largest of the last n came, the newest of equal ones; O(1) an update on
/// average, at most the window.
///
/// [RollingMaximum]'s blocks, with the place of each maximum beside it.
public final class RollingMaximumAge implements Stateful {
  private final double[] block;
  private final int[] places;
  private double growing = Double.NEGATIVE_INFINITY;
  private int growingPlace;
  private int place;
  private int age;
  private int count;

  /// @param size at least 1
  public RollingMaximumAge(int size) {
    block = new double[size];
    places = new int[size];
    Arrays.fill(block, Double.NEGATIVE_INFINITY);
  }

  public void update(double value) {
    int here = place;
    block[here] = value;
    growingPlace = value >= growing ? here : growingPlace;
    growing = Math.max(growing, value);
    int next = here + 1;
    age = here - growingPlace;
    if (next < block.length) {
      int older = here + block.length - places[next];
      age = growing >= block[next] ? age : older;
      place = next;
    } else {
      endBlock();
    }
    if (count < block.length) {
      count++;
    }
  }

  private void endBlock() {
    int last = block.length - 1;
    places[last] = last;
    for (int i = last - 1; i >= 0; i--) {
      boolean later = block[i + 1] >= block[i];
      places[i] = later ? places[i + 1] : i;
      block[i] = later ? block[i + 1] : block[i];
    }
    growing = Double.NEGATIVE_INFINITY;
    place = 0;
  }

  /// 0 when the newest number is the largest, at most n − 1.
  public int value() {
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
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) codec.whole(places[i]);
    }
    growing = codec.real(growing);
    growingPlace = (int) codec.whole(growingPlace);
    place = (int) codec.whole(place);
    age = (int) codec.whole(age);
    count = (int) codec.whole(count);
  }
}
