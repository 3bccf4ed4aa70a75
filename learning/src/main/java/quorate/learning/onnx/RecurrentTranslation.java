package quorate.learning.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Form;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Step;
import quorate.learning.graph.Tensor;

/// Recurrent networks in ONNX's LSTM and GRU: time comes first there, gates stand in another order,
/// and weights lie turned with an axis for the direction.
///
/// ONNX knows no sequence that starts anew on its way, so one with starts is written step by step,
/// the state set to 0 where a step says so.
final class RecurrentTranslation {
  /// An input that is left out; a state then begins at 0.
  private static final String NONE = "";

  private final Translation to;
  private final Step step;
  private final Model model;
  private final int steps;
  private final int size;

  RecurrentTranslation(Translation to, Step step) {
    this.to = to;
    this.step = step;
    this.model = to.model();
    this.steps = step.inputs().get(0).shape().size(1);
    this.size = step.inputs().get(2).shape().size(0);
  }

  /// Ours are i, f, g, o; ONNX's i, o, f, c.
  List<String> lstm(Form.Lstm lstm) {
    int[] order = {0, 3, 1, 2};
    String noBias = model.constant("no bias", Shape.of(4 * size), new float[4 * size]);
    String bias = join(List.of(reordered(3, order, 0), noBias), 0);
    List<Tensor> states = List.of(step.inputs().get(4), step.inputs().get(5));
    @Nullable Tensor starts = step.inputs().size() == 7 ? step.inputs().get(6) : null;
    return run("LSTM", order, bias, states, starts, lstm.reversed());
  }

  /// Ours are r, z, n; ONNX's z, r, h.
  List<String> gru(Form.Gru gru) {
    int[] order = {1, 0, 2};
    String bias = join(List.of(reordered(3, order, 0), reordered(4, order, 0)), 0);
    List<Tensor> states = List.of(step.inputs().get(5));
    @Nullable Tensor starts = step.inputs().size() == 7 ? step.inputs().get(6) : null;
    return run("GRU", order, bias, states, starts, gru.reversed());
  }

  private List<String> run(
      String type,
      int[] order,
      String bias,
      List<Tensor> firstStates,
      @Nullable Tensor starts,
      boolean reversed) {
    List<String> weights = List.of(matrix(1, order), matrix(2, order), unsqueeze(bias, 0), NONE);
    String x = to.permute(to.name(step.inputs().get(0)), List.of(1L, 0L, 2L));
    List<String> states = new ArrayList<>();
    for (Tensor state : firstStates) {
      states.add(isZero(state) ? NONE : to.name(state));
    }
    if (starts == null) {
      List<String> given = node(type, x, weights, states, reversed);
      List<String> outputs = new ArrayList<>();
      outputs.add(to.permute(squeeze(given.getFirst(), 1), List.of(1L, 0L, 2L)));
      given.stream().skip(1).forEach(state -> outputs.add(squeeze(state, 0)));
      return outputs;
    }
    String isStart = to.cast(to.name(starts), Model.BOOL);
    List<String> hidden = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      String here = to.slice(isStart, 1, t, t + 1);
      states.replaceAll(
          state -> state.equals(NONE) ? NONE : to.add("Where", here, to.number(0f), state));
      List<String> given = node(type, to.slice(x, 0, t, t + 1), weights, states, false);
      for (int i = 0; i < states.size(); i++) {
        states.set(i, squeeze(given.get(i + 1), 0));
      }
      hidden.add(unsqueeze(states.getFirst(), 1));
    }
    List<String> outputs = new ArrayList<>(List.of(join(hidden, 1)));
    outputs.addAll(states);
    return outputs;
  }

  /// A state that is 0 by declaration has one row for each of a declared batch; left out, it has as
  /// many as there are.
  static boolean isZero(Tensor state) {
    if (!state.isConstant()) {
      return false;
    }
    for (float number : state.values()) {
      if (number != 0f) {
        return false;
      }
    }
    return true;
  }

  /// All hidden states and the last states, each with an axis for the direction.
  private List<String> node(
      String type, String x, List<String> weights, List<String> states, boolean reversed) {
    List<String> inputs = new ArrayList<>(List.of(x));
    inputs.addAll(weights);
    states.forEach(state -> inputs.add(state.equals(NONE) ? NONE : unsqueeze(state, 0)));
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("hidden_size", size));
    attributes.add(Attribute.of("direction", reversed ? "reverse" : "forward"));
    if (type.equals("GRU")) {
      attributes.add(Attribute.of("linear_before_reset", 1));
    }
    return model.add(states.size() + 1, type, inputs, attributes.toArray(Attribute[]::new));
  }

  /// `[in][gates·size]` as `[1][gates·size][in]`.
  private String matrix(int input, int[] order) {
    return unsqueeze(to.permute(reordered(input, order, 1), List.of(1L, 0L)), 0);
  }

  private String reordered(int input, int[] order, int axis) {
    String all = to.name(step.inputs().get(input));
    List<String> parts = new ArrayList<>();
    for (int gate : order) {
      parts.add(to.slice(all, axis, gate * size, (gate + 1) * size));
    }
    return join(parts, axis);
  }

  private String join(List<String> parts, int axis) {
    return model.add("Concat", parts, Attribute.of("axis", axis));
  }

  private String unsqueeze(String x, int axis) {
    return to.add("Unsqueeze", x, model.wholes(axis));
  }

  private String squeeze(String x, int axis) {
    return to.add("Squeeze", x, model.wholes(axis));
  }
}
