package quorate.learning.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The part of a graph that leads to some of its tensors: what is needed to write it down, to show
/// it, or to run it by names.
///
/// @param steps in the order in which they run
/// @param inputs what is fed, in the order of first use
/// @param constants what stays, and is neither fed nor trained
/// @param parameters what is trained
/// @param outputs what the steps lead to
public record Structure(
    List<Step> steps,
    List<Tensor> inputs,
    List<Tensor> constants,
    List<Tensor> parameters,
    List<Tensor> outputs) {
  public Structure {
    steps = List.copyOf(steps);
    inputs = List.copyOf(inputs);
    constants = List.copyOf(constants);
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }

  /// @throws IllegalArgumentException when no operation gives one of the outputs
  static Structure of(Operation[] operations, Collection<Tensor> outputs) {
    Set<Tensor> wanted = new HashSet<>(outputs);
    List<Step> backwards = new ArrayList<>();
    Set<Tensor> made = new HashSet<>();
    for (int i = operations.length - 1; i >= 0; i--) {
      Operation each = operations[i];
      if (each.outputs().stream().anyMatch(wanted::contains)) {
        wanted.addAll(each.inputs());
        made.addAll(each.outputs());
        backwards.add(new Step(each.form(), each.inputs(), each.outputs()));
      }
    }
    for (Tensor output : outputs) {
      if (!made.contains(output)) {
        throw new IllegalArgumentException(
            "an output must be what an operation of this graph gives, but \"%s\" (%s) is not"
                .formatted(output.name(), output.shape()));
      }
    }
    List<Step> steps = backwards.reversed();
    Set<Tensor> leaves = new LinkedHashSet<>();
    steps.forEach(step -> leaves.addAll(step.inputs()));
    leaves.removeAll(made);
    return new Structure(
        steps,
        leaves.stream().filter(each -> !each.isTrainable() && !each.isConstant()).toList(),
        leaves.stream().filter(Tensor::isConstant).toList(),
        leaves.stream().filter(Tensor::isTrainable).toList(),
        List.copyOf(outputs));
  }
}
