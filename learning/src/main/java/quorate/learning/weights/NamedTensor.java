package quorate.learning.weights;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An immutable array of `float`s with a name and a shape, last axis fastest (row-major).
///
/// A shape of no axes is one number; an axis of length 0 makes a tensor without values. Every value
/// is finite: weights with a NaN in them are of no use to anybody. Two tensors are equal when name,
/// shape and the bits of every value are. Safe for many threads.
public final class NamedTensor {
  private final String name;
  private final int[] shape;
  private final float[] values;

  /// Copies both arrays.
  ///
  /// @param name not empty, not `__metadata__` (the format's own word), whole Unicode characters
  /// @param shape lengths of the axes, each at least 0
  /// @param values `[product of shape]`, finite
  /// @throws WeightsException when one of these does not hold
  public NamedTensor(String name, int[] shape, float[] values) {
    this(name, shape, values, true);
  }

  private NamedTensor(String name, int[] shape, float[] values, boolean copied) {
    this.name = name;
    this.shape = copied ? shape.clone() : shape;
    this.values = copied ? values.clone() : values;
    check();
  }

  private void check() {
    checkName(name);
    for (int length : shape) {
      if (length < 0) {
        throw new WeightsException(
            "every axis must have a length of at least 0, but tensor \"%s\" has the shape %s"
                .formatted(name, Arrays.toString(shape)));
      }
    }
    if (count(shape) != values.length) {
      throw new WeightsException(
          "a tensor must have as many values as its shape says, but \"%s\" of shape %s has %,d"
              .formatted(name, Arrays.toString(shape), values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new WeightsException(
            ("every weight must be finite, but value %d of tensor \"%s\" is %s; the training that "
                    + "made it has diverged: go back to the last good checkpoint")
                .formatted(i, name, values[i]));
      }
    }
  }

  /// A tensor that takes over its arrays, which nobody else may hold.
  static NamedTensor owning(String name, int[] shape, float[] values) {
    return new NamedTensor(name, shape, values, false);
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.equals(Header.METADATA)) {
      throw new WeightsException(
          "a tensor must have a name other than \"%s\", but it was \"%s\""
              .formatted(Header.METADATA, name));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new WeightsException(
          "a tensor's name must be whole Unicode characters, but half of a pair stands in \"%s\""
              .formatted(name));
    }
  }

  /// How many values a shape has, -1 for more than a `long` counts.
  static long count(int[] shape) {
    long count = 1;
    boolean tooLarge = false;
    for (int length : shape) {
      if (length == 0) {
        return 0;
      }
      tooLarge |= Math.multiplyHigh(count, length) != 0 || count * length < 0;
      count *= length;
    }
    return tooLarge ? -1 : count;
  }

  public String name() {
    return name;
  }

  /// A copy of the lengths of the axes.
  public int[] shape() {
    return shape.clone();
  }

  /// A copy of the values, row-major.
  public float[] values() {
    return values.clone();
  }

  /// How many values there are.
  public int size() {
    return values.length;
  }

  /// Copies all values into `target`, without allocation.
  ///
  /// @param from where the first value goes
  /// @throws IndexOutOfBoundsException when they do not fit
  public void copyInto(float[] target, int from) {
    System.arraycopy(values, 0, target, from, values.length);
  }

  /// The values themselves, for this package to read.
  float[] raw() {
    return values;
  }

  /// The shape itself, for this package to read.
  int[] rawShape() {
    return shape;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedTensor that
        && name.equals(that.name)
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + Arrays.hashCode(shape)) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return name + Arrays.toString(shape);
  }
}
