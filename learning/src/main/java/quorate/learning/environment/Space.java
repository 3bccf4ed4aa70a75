package quorate.learning.environment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What an action or an observation may be. Values of every kind are floats in flat arrays; a
/// choice is its index as a float.
public sealed interface Space {
  /// Floats a value takes.
  int size();

  /// Choices in all parts together, 0 where there are none to choose from.
  int choices();

  /// Whether the value that begins at `at` lies inside; NaN never does.
  boolean contains(float[] values, int at);

  /// Brings every number that lies outside to the border; choices stay as they are.
  ///
  /// @param values `[rows][size]`
  default void hold(float[] values) {}

  /// Draws a value: choices evenly, bounded numbers evenly, numbers without bounds from the
  /// standard normal law, those with one bound at a distance of the standard exponential law (as
  /// Gymnasium).
  void sample(RandomGenerator chance, float[] into, int at);

  /// The value that begins at `at`, for messages.
  default String describe(float[] values, int at) {
    return size() == 1
        ? Float.toString(values[at])
        : Arrays.toString(Arrays.copyOfRange(values, at, at + size()));
  }

  /// @param low smallest value of every number
  /// @param high largest value of every number
  /// @param size how many
  static Box box(float low, float high, int size) {
    float[] lows = new float[size];
    float[] highs = new float[size];
    Arrays.fill(lows, low);
    Arrays.fill(highs, high);
    return new Box(lows, highs);
  }

  /// @return numbers without bounds
  static Box unbounded(int size) {
    return box(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, size);
  }

  /// One of `n` choices, 0 … n − 1; refuses to be without one.
  record Discrete(int n) implements Space {
    public Discrete {
      if (n < 1) {
        throw new IllegalArgumentException("there must be at least 1 choice, but were " + n);
      }
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int choices() {
      return n;
    }

    @Override
    public boolean contains(float[] values, int at) {
      return isChoice(values[at], n);
    }

    @Override
    public void sample(RandomGenerator chance, float[] into, int at) {
      into[at] = chance.nextInt(n);
    }

    @Override
    public String toString() {
      return "0 … %d (%d choices)".formatted(n - 1, n);
    }
  }

  /// Several choices at once, part `i` out of `n[i]`; refuses to have no part, or one without
  /// choices.
  @SuppressWarnings("ArrayRecordComponent") // copied at the door in both directions
  record MultiDiscrete(int[] n) implements Space {
    public MultiDiscrete {
      n = n.clone();
      if (n.length == 0 || Arrays.stream(n).anyMatch(choices -> choices < 1)) {
        throw new IllegalArgumentException(
            "there must be at least 1 part of at least 1 choice each, but were "
                + Arrays.toString(n));
      }
    }

    @Override
    public int[] n() {
      return n.clone();
    }

    @Override
    public int size() {
      return n.length;
    }

    @Override
    public int choices() {
      return Arrays.stream(n).sum();
    }

    @Override
    public boolean contains(float[] values, int at) {
      for (int i = 0; i < n.length; i++) {
        if (!isChoice(values[at + i], n[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void sample(RandomGenerator chance, float[] into, int at) {
      for (int i = 0; i < n.length; i++) {
        into[at + i] = chance.nextInt(n[i]);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof MultiDiscrete that && Arrays.equals(n, that.n);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(n);
    }

    @Override
    public String toString() {
      return "choices below " + Arrays.toString(n);
    }
  }

  /// Numbers, each from its low to its high, both included; infinite where there is no bound.
  /// Refuses to be empty, lengths that differ and a low above its high.
  @SuppressWarnings("ArrayRecordComponent") // copied at the door in both directions
  record Box(float[] low, float[] high) implements Space {
    public Box {
      low = low.clone();
      high = high.clone();
      if (low.length == 0 || low.length != high.length) {
        throw new IllegalArgumentException(
            "a box must have as many lows as highs, at least 1, but had %d and %d"
                .formatted(low.length, high.length));
      }
      for (int i = 0; i < low.length; i++) {
        if (!(low[i] <= high[i])) {
          throw new IllegalArgumentException(
              "low must be at most high, but they were %s and %s (number %d of a box)"
                  .formatted(low[i], high[i], i));
        }
      }
    }

    @Override
    public float[] low() {
      return low.clone();
    }

    @Override
    public float[] high() {
      return high.clone();
    }

    @Override
    public int size() {
      return low.length;
    }

    @Override
    public void hold(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.clamp(values[i], low[i % low.length], high[i % low.length]);
      }
    }

    @Override
    public int choices() {
      return 0;
    }

    @Override
    public boolean contains(float[] values, int at) {
      for (int i = 0; i < low.length; i++) {
        float value = values[at + i];
        if (!(value >= low[i] && value <= high[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void sample(RandomGenerator chance, float[] into, int at) {
      for (int i = 0; i < low.length; i++) {
        boolean below = low[i] > Float.NEGATIVE_INFINITY;
        boolean above = high[i] < Float.POSITIVE_INFINITY;
        double value;
        if (below && above) {
          value = low[i] + chance.nextDouble() * ((double) high[i] - low[i]);
        } else if (below) {
          value = low[i] + chance.nextExponential();
        } else if (above) {
          value = high[i] - chance.nextExponential();
        } else {
          value = chance.nextGaussian();
        }
        into[at + i] = Math.clamp((float) value, low[i], high[i]);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Box that
          && Arrays.equals(low, that.low)
          && Arrays.equals(high, that.high);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }

    @Override
    public String toString() {
      return low.length == 1
          ? low[0] + " … " + high[0]
          : Arrays.toString(low) + " … " + Arrays.toString(high);
    }
  }

  private static boolean isChoice(float value, int n) {
    int index = (int) value;
    return index == value && index >= 0 && index < n;
  }
}
