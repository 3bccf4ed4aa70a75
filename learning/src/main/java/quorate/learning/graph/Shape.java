package quorate.learning.graph;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The sizes of a tensor along its axes, the last one side by side in memory; no axes for a single
/// number. Written `64×4`.
public final class Shape {
  private final int[] sizes;
  private final int count;

  private Shape(int[] sizes) {
    this.sizes = sizes;
    long product = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException(
            "an axis must have a size of at least 1, but the shape was " + Arrays.toString(sizes));
      }
      product *= size;
      if (product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a tensor must have fewer than 2³¹ elements, but the shape was "
                + Arrays.toString(sizes));
      }
    }
    count = (int) product;
  }

  /// @throws IllegalArgumentException when a size is below 1 or there are too many elements
  public static Shape of(int... sizes) {
    return new Shape(sizes.clone());
  }

  /// A single number.
  public static Shape scalar() {
    return new Shape(new int[0]);
  }

  /// Number of axes.
  public int rank() {
    return sizes.length;
  }

  /// Number of elements.
  public int count() {
    return count;
  }

  /// @param axis from 0 up, or from −1 down for the last
  /// @throws IllegalArgumentException when there is no such axis
  public int size(int axis) {
    return sizes[place(axis)];
  }

  /// An axis as a number from 0 up.
  ///
  /// @throws IllegalArgumentException when there is no such axis
  public int place(int axis) {
    int place = axis < 0 ? axis + sizes.length : axis;
    if (place < 0 || place >= sizes.length) {
      throw new IllegalArgumentException(
          "axis must be one of the %d of %s, but was %d".formatted(sizes.length, this, axis));
    }
    return place;
  }

  /// Elements of the axes before `axis` taken together.
  int before(int axis) {
    int product = 1;
    for (int i = 0; i < axis; i++) {
      product *= sizes[i];
    }
    return product;
  }

  /// Elements of the axes after `axis` taken together.
  int after(int axis) {
    int product = 1;
    for (int i = axis + 1; i < sizes.length; i++) {
      product *= sizes[i];
    }
    return product;
  }

  /// The same shape with another size along one axis.
  public Shape with(int axis, int size) {
    int[] changed = sizes.clone();
    changed[place(axis)] = size;
    return new Shape(changed);
  }

  /// The same shape without one axis.
  public Shape without(int axis) {
    int gone = place(axis);
    int[] fewer = new int[sizes.length - 1];
    System.arraycopy(sizes, 0, fewer, 0, gone);
    System.arraycopy(sizes, gone + 1, fewer, gone, fewer.length - gone);
    return new Shape(fewer);
  }

  /// These axes, then those of another shape.
  public Shape followedBy(Shape other) {
    int[] both = Arrays.copyOf(sizes, sizes.length + other.sizes.length);
    System.arraycopy(other.sizes, 0, both, sizes.length, other.sizes.length);
    return new Shape(both);
  }

  public int[] toArray() {
    return sizes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return sizes.length == 0
        ? "a number"
        : Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×"));
  }
}
