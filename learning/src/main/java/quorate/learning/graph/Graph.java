package quorate.learning.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A network that is ready to run: the operations in their order, every buffer allocated.
///
/// [#forward] computes every operation once; [#backward] then finds what the loss changes by with
/// every parameter and every watched input. Neither allocates. Not for use by two threads. Graphs
/// that share parameters may run forward at the same time as long as nobody changes those and they
/// share neither a [DropoutChance] nor kernels with threads of their own; never backward, where all
/// add to the same gradients.
public final class Graph {
  private final Operation[] operations;
  private final Operation[] forwards;
  private final Operation[] backwards;
  private final @Nullable GradientBuffers buffers;
  private final float[][] cleared;
  private final @Nullable Tensor loss;

  Graph(List<Operation> declared, @Nullable Tensor loss, Set<Tensor> watched) {
    this.operations = declared.toArray(Operation[]::new);
    this.forwards =
        LinearChain.in(declared.stream().filter(each -> !(each instanceof Still)).toList(), false);
    this.loss = loss;
    if (loss == null) {
      backwards = new Operation[0];
      cleared = new float[0][];
      buffers = null;
      return;
    }
    Set<Operation> needed = leadingTo(loss);
    Set<Tensor> flowing = new HashSet<>(watched);
    for (Operation operation : operations) {
      boolean flows =
          operation.inputs().stream().anyMatch(i -> flowing.contains(i) || i.isTrainable());
      if (flows && needed.contains(operation) && !(operation instanceof Still)) {
        flowing.addAll(operation.outputs());
      }
    }
    if (!flowing.contains(loss)) {
      throw new IllegalArgumentException(
          "a loss must depend on a parameter or a watched input, but \"%s\" does not"
              .formatted(loss.name()));
    }
    Set<Tensor> met = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (flowing.contains(operation.output())) {
        met.addAll(operation.inputs());
      }
    }
    met.addAll(flowing);
    met.forEach(each -> each.checkFree(flowing.contains(each)));
    met.forEach(Tensor::settle);
    IdentityHashMap<float[], float[]> kept = new IdentityHashMap<>();
    for (Tensor each : watched) {
      kept.put(each.values(), new float[each.values().length]);
    }
    kept.put(loss.values(), new float[1]);
    cleared = kept.values().toArray(float[][]::new);
    for (Operation operation : operations) {
      operation.inputs().stream()
          .filter(Tensor::isTrainable)
          .forEach(each -> kept.put(each.values(), each.gradient()));
    }
    backwards =
        LinearChain.in(
            declared.reversed().stream().filter(each -> flowing.contains(each.output())).toList(),
            true);
    buffers = new GradientBuffers(backwards, flowing, kept);
    Scratch scratch = new Scratch();
    for (Operation each : backwards) {
      scratch.turn();
      each.borrow(scratch);
    }
  }

  private Set<Operation> leadingTo(Tensor end) {
    Set<Tensor> wanted = new HashSet<>(Set.of(end));
    Set<Operation> needed = new HashSet<>();
    for (int i = operations.length - 1; i >= 0; i--) {
      if (operations[i].outputs().stream().anyMatch(wanted::contains)) {
        needed.add(operations[i]);
        wanted.addAll(operations[i].inputs());
      }
    }
    return needed;
  }

  /// The operations that lead to some of the tensors, with their inputs and parameters.
  ///
  /// @param outputs each given by an operation of this graph
  /// @throws IllegalArgumentException when one is not
  public Structure leadingTo(Collection<Tensor> outputs) {
    return Structure.of(operations, outputs);
  }

  /// What runs forward, in its order.
  List<Operation> forwards() {
    return List.of(forwards);
  }

  /// Computes every operation from what stands in the inputs and parameters.
  public void forward() {
    for (Operation operation : forwards) {
      operation.forward();
    }
  }

  /// Finds the gradients after [#forward]. Those of parameters are **added** to what stands there,
  /// so that several graphs can share a step: clear them first ([Parameters#clearGradients]).
  ///
  /// @throws IllegalStateException when the graph was built without a loss
  public void backward() {
    if (loss == null || buffers == null) {
      throw new IllegalStateException(
          "a graph must be built with a loss to run backward, but this one was not");
    }
    for (float[] gradient : cleared) {
      Arrays.fill(gradient, 0f);
    }
    loss.gradient()[0] = 1f;
    for (int i = 0; i < backwards.length; i++) {
      buffers.prepare(i);
      backwards[i].backward();
    }
  }
}
