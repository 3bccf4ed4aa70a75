package quorate.learning.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Gives the tensors of a run backward arrays for their gradients.
///
/// A gradient is needed from the first operation that adds to it to the one that made its tensor;
/// after that the array goes to the next of the same length, so that a deep network keeps a few
/// arrays in the caches where it would else touch one for each tensor. Each is cleared right before
/// its first operation, or not at all where that one writes all of it.
final class GradientBuffers {
  private final float[][][] clearedBefore;

  /// The gradient of tensors that share an array of values: when it is needed.
  private static final class Span {
    private final int length;
    private final int first;
    private int last;
    private final List<Tensor> tensors = new ArrayList<>();

    Span(int length, int first) {
      this.length = length;
      this.first = first;
    }
  }

  private final IdentityHashMap<float[], Span> spans = new IdentityHashMap<>();

  /// @param backwards operations in the order in which they run backward
  /// @param flowing the tensors that get a gradient
  /// @param kept the gradients of values that have one of their own, which stays
  GradientBuffers(
      Operation[] backwards, Set<Tensor> flowing, IdentityHashMap<float[], float[]> kept) {
    for (Tensor each : flowing) {
      float[] own = kept.get(each.values());
      if (own != null) {
        each.giveGradient(own);
      }
    }
    for (int i = 0; i < backwards.length; i++) {
      touch(backwards[i].inputs(), i, flowing, kept);
      touch(backwards[i].outputs(), i, flowing, kept);
    }
    clearedBefore = new float[backwards.length][][];
    Map<Integer, Deque<float[]>> free = new HashMap<>();
    for (int i = 0; i < backwards.length; i++) {
      int now = i;
      List<float[]> cleared = new ArrayList<>();
      for (Span span : spansWhere(each -> each.first == now)) {
        Deque<float[]> those = free.computeIfAbsent(span.length, length -> new ArrayDeque<>());
        float[] gradient = those.isEmpty() ? new float[span.length] : those.pop();
        span.tensors.forEach(each -> each.giveGradient(gradient));
        if (span.tensors.size() > 1 || !backwards[i].startsGradientOf(span.tensors.getFirst())) {
          cleared.add(gradient);
        }
      }
      clearedBefore[i] = cleared.toArray(float[][]::new);
      for (Span span : spansWhere(each -> each.last == now)) {
        free.computeIfAbsent(span.length, length -> new ArrayDeque<>())
            .push(span.tensors.getFirst().gradient());
      }
    }
  }

  private void touch(
      Collection<Tensor> tensors,
      int at,
      Set<Tensor> flowing,
      IdentityHashMap<float[], float[]> kept) {
    for (Tensor each : tensors) {
      if (flowing.contains(each) && !kept.containsKey(each.values())) {
        Span span = spans.computeIfAbsent(each.values(), values -> new Span(values.length, at));
        span.last = at;
        if (!span.tensors.contains(each)) {
          span.tensors.add(each);
        }
      }
    }
  }

  private List<Span> spansWhere(Predicate<Span> condition) {
    return spans.values().stream().filter(condition).toList();
  }

  /// Clears what an operation is the first to add to.
  ///
  /// @param place its place in the run backward
  void prepare(int place) {
    for (float[] each : clearedBefore[place]) {
      Arrays.fill(each, 0f);
    }
  }
}
