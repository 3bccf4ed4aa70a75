package quorate.domain;

import java.util.Arrays;
import java.util.List;

/// What an agent sees at one moment: `float[window][feature]`, oldest row first.
///
/// Complete and immutable: no value in it was known later than `asOfNs`, and none is missing.
public final class Observation {
  private final int instrument;
  private final long asOfNs;
  private final List<String> columns;
  private final float[] values;

  private Observation(int instrument, long asOfNs, List<String> columns, float[] values) {
    this.instrument = instrument;
    this.asOfNs = asOfNs;
    this.columns = columns;
    this.values = values;
  }

  /// @param columns names in the order of a row
  /// @param values rows one after the other, oldest first; copied
  /// @throws IllegalArgumentException when the values are not whole rows, or one is not finite
  public static Observation of(int instrument, long asOfNs, List<String> columns, float[] values) {
    checkShape(columns, values.length);
    return checked(instrument, asOfNs, columns, values.clone());
  }

  /// Takes the rows out of a ring, with a single copy.
  ///
  /// @param columns names in the order of a row
  /// @param ring whole rows one after the other, going on at its start after its end
  /// @param oldest row of the ring to begin with
  /// @param window how many rows to take, at most as many as the ring has
  /// @throws IllegalArgumentException when the shapes do not fit, or a value is not finite
  public static Observation ofRing(
      int instrument, long asOfNs, List<String> columns, float[] ring, int oldest, int window) {
    checkShape(columns, ring.length);
    int rows = ring.length / columns.size();
    if (window < 1 || window > rows || oldest < 0 || oldest >= rows) {
      throw new IllegalArgumentException(
          "window must be 1 to %d rows of the ring, but was %d from row %d on"
              .formatted(rows, window, oldest));
    }
    int untilEnd = Math.min(window, rows - oldest);
    int from = oldest * columns.size();
    float[] values = new float[window * columns.size()];
    System.arraycopy(ring, from, values, 0, untilEnd * columns.size());
    System.arraycopy(
        ring, 0, values, untilEnd * columns.size(), (window - untilEnd) * columns.size());
    return checked(instrument, asOfNs, columns, values);
  }

  private static void checkShape(List<String> columns, int length) {
    if (columns.isEmpty() || length == 0 || length % columns.size() != 0) {
      throw new IllegalArgumentException(
          "values must be whole rows of %d columns, but were %d".formatted(columns.size(), length));
    }
  }

  private static Observation checked(
      int instrument, long asOfNs, List<String> columns, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "an observed value must be finite, but was %s (column \"%s\", row %d)"
                .formatted(values[i], columns.get(i % columns.size()), i / columns.size()));
      }
    }
    return new Observation(instrument, asOfNs, List.copyOf(columns), values);
  }

  /// Number of the instrument in the run.
  public int instrument() {
    return instrument;
  }

  /// UTC nanoseconds; nothing seen is later.
  public long asOfNs() {
    return asOfNs;
  }

  public List<String> columns() {
    return columns;
  }

  /// Rows, oldest first.
  public int window() {
    return values.length / columns.size();
  }

  /// One value.
  ///
  /// @param row 0 is the oldest
  public float at(int row, int column) {
    return values[row * columns.size() + column];
  }

  /// A column's value in the newest row.
  public float latest(int column) {
    return values[values.length - columns.size() + column];
  }

  /// All values, row after row, oldest first; a copy.
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Observation that
        && instrument == that.instrument
        && asOfNs == that.asOfNs
        && columns.equals(that.columns)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(asOfNs) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Observation as of %d: %d × %s".formatted(asOfNs, window(), columns);
  }
}
