package quorate.learning.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// A set of named numbers that is trained together: what an optimiser steps, a checkpoint saves and
/// several graphs share (one row at a time to act, a whole batch to learn).
///
/// Names are paths with dots, as `actor.0.weight`. The order is that of declaration.
public final class Parameters implements Stateful {
  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final List<Tensor> list = new ArrayList<>();

  /// Adds a parameter whose numbers are all 0.
  ///
  /// @throws IllegalArgumentException when the name is taken
  public Tensor add(String name, int... sizes) {
    return include(Tensor.trainable(name, Shape.of(sizes)));
  }

  private Tensor include(Tensor tensor) {
    if (byName.putIfAbsent(tensor.name(), tensor) != null) {
      throw new IllegalArgumentException(
          "a parameter must have a name of its own, but \"%s\" is there already"
              .formatted(tensor.name()));
    }
    list.add(tensor);
    return tensor;
  }

  /// Several sets in one, which shares their numbers.
  ///
  /// @throws IllegalArgumentException when a name comes twice
  public static Parameters together(Parameters... sets) {
    Parameters all = new Parameters();
    for (Parameters set : sets) {
      set.list.forEach(all::include);
    }
    return all;
  }

  /// In the order of declaration.
  public List<Tensor> list() {
    return Collections.unmodifiableList(list);
  }

  /// @throws IllegalArgumentException when there is none of that name
  public Tensor get(String name) {
    @Nullable Tensor found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "there is no parameter \"%s\"; there are %s".formatted(name, byName.keySet()));
    }
    return found;
  }

  /// How many numbers there are in all.
  public long count() {
    return list.stream().mapToLong(each -> each.shape().count()).sum();
  }

  /// Forgets all gradients.
  public void clearGradients() {
    for (int i = 0; i < list.size(); i++) {
      java.util.Arrays.fill(list.get(i).gradient(), 0f);
    }
  }

  /// Another set of the same names, shapes and numbers, which shares none of them.
  public Parameters copy() {
    Parameters copy = new Parameters();
    for (Tensor each : list) {
      copy.add(each.name(), each.shape().toArray()).set(each.values());
    }
    return copy;
  }

  /// Takes the numbers of another set of the same names and shapes.
  ///
  /// @throws IllegalArgumentException when they differ
  public void copyFrom(Parameters other) {
    blendFrom(other, 1f);
  }

  /// Moves a part of the way to another set: `this ← this + part·(other − this)`; 1 copies.
  ///
  /// @param part 0…1
  /// @throws IllegalArgumentException when names or shapes differ
  public void blendFrom(Parameters other, float part) {
    needSameShapes(other);
    for (int i = 0; i < list.size(); i++) {
      float[] mine = list.get(i).values();
      float[] theirs = other.list.get(i).values();
      if (part == 1f) {
        System.arraycopy(theirs, 0, mine, 0, mine.length);
      } else {
        for (int j = 0; j < mine.length; j++) {
          mine[j] = Math.fma(part, theirs[j] - mine[j], mine[j]);
        }
      }
    }
  }

  /// The numbers of this set and of another change places.
  ///
  /// @throws IllegalArgumentException when names or shapes differ
  public void exchange(Parameters other) {
    needSameShapes(other);
    for (int i = 0; i < list.size(); i++) {
      float[] mine = list.get(i).values();
      float[] theirs = other.list.get(i).values();
      for (int j = 0; j < mine.length; j++) {
        float number = mine[j];
        mine[j] = theirs[j];
        theirs[j] = number;
      }
    }
  }

  private void needSameShapes(Parameters other) {
    if (!sameShapes(other)) {
      throw new IllegalArgumentException(
          "parameters must have the same names and shapes, but were %s and %s"
              .formatted(list, other.list));
    }
  }

  /// Names, shapes and numbers; gradients are not kept.
  @Override
  public void save(StateWriter out) {
    out.number(list.size());
    for (Tensor each : list) {
      out.text(each.name());
      out.text(each.shape().toString());
      out.numbers(each.values());
    }
  }

  /// @throws StateException when names or shapes are not those of this set
  @Override
  public void load(StateReader in) {
    expect("number of parameters", Integer.toString(list.size()), Integer.toString(in.integer()));
    for (Tensor each : list) {
      expect("name of a parameter", each.name(), in.text());
      expect("shape of \"" + each.name() + "\"", each.shape().toString(), in.text());
      in.numbers(each.values());
    }
  }

  private static void expect(String what, String mine, String found) {
    if (!mine.equals(found)) {
      throw new StateException(
          "%s must be %s, but the saved one was %s: it belongs to another architecture"
              .formatted(what, mine, found));
    }
  }

  private boolean sameShapes(Parameters other) {
    if (list.size() != other.list.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).name().equals(other.list.get(i).name())
          || !list.get(i).shape().equals(other.list.get(i).shape())) {
        return false;
      }
    }
    return true;
  }
}
