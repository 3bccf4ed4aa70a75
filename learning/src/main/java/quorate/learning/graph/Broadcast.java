package quorate.learning.graph;

import org.jspecify.annotations.Nullable;

/// How two shapes meet element by element, as NumPy does it: axes are matched from the last one
/// back, and an axis that is missing or has size 1 is repeated.
///
/// @param shape what comes out
/// @param left for each element of the result the element of the first operand; null where they are
///   the same
/// @param right the same for the second operand
@SuppressWarnings("ArrayRecordComponent") // plain tables of one operation, never compared
record Broadcast(Shape shape, int @Nullable [] left, int @Nullable [] right) {
  static Broadcast of(String operation, Shape left, Shape right) {
    int rank = Math.max(left.rank(), right.rank());
    int[] sizes = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int a = i <= left.rank() ? left.size(-i) : 1;
      int b = i <= right.rank() ? right.size(-i) : 1;
      if (a != b && a != 1 && b != 1) {
        throw new IllegalArgumentException(
            "%s needs shapes whose axes are equal or 1 from the last one back, but was given %s and %s"
                .formatted(operation, left, right));
      }
      sizes[rank - i] = Math.max(a, b);
    }
    Shape shape = Shape.of(sizes);
    return new Broadcast(shape, places(shape, left), places(shape, right));
  }

  /// For each element of `whole` the element of `part` that is repeated there; null where they are
  /// the same.
  static int @Nullable [] places(Shape whole, Shape part) {
    if (whole.count() == part.count()) {
      return null;
    }
    int[] places = new int[whole.count()];
    int[] steps = new int[whole.rank()];
    int step = 1;
    for (int i = 1; i <= part.rank(); i++) {
      steps[whole.rank() - i] = part.size(-i) == 1 ? 0 : step;
      step *= part.size(-i);
    }
    int[] at = new int[whole.rank()];
    int place = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = place;
      for (int axis = whole.rank() - 1; axis >= 0; axis--) {
        at[axis]++;
        place += steps[axis];
        if (at[axis] < whole.size(axis)) {
          break;
        }
        place -= steps[axis] * at[axis];
        at[axis] = 0;
      }
    }
    return places;
  }
}
