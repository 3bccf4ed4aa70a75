package quorate.learning.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Arrays that operations have by turns, each only while it runs, so that all of them work in a few
/// that stay in the caches.
final class Scratch {
  private final Map<Integer, List<float[]>> byLength = new HashMap<>();
  private final Map<Integer, Integer> given = new HashMap<>();

  /// The next operation may have every array again.
  void turn() {
    given.clear();
  }

  /// One that the present operation does not have yet, with any numbers.
  float[] array(int length) {
    int number = given.merge(length, 1, Integer::sum);
    List<float[]> arrays = byLength.computeIfAbsent(length, each -> new ArrayList<>());
    if (arrays.size() < number) {
      arrays.add(new float[length]);
    }
    return arrays.get(number - 1);
  }
}
