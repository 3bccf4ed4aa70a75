package quorate.learning.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.learning.graph.Form;
import quorate.learning.graph.Step;
import quorate.learning.graph.Structure;
import quorate.learning.graph.Tensor;

/// Which tensors of a network have the free number of rows along their first axis: the inputs that
/// were said to, and what follows from them.
///
/// An operation that mixes rows, moves the axis or needs to know its size is refused.
final class FreeRows {
  private final Set<Tensor> free;

  private FreeRows(Set<Tensor> free) {
    this.free = free;
  }

  /// Every tensor as declared.
  static FreeRows none() {
    return new FreeRows(Set.of());
  }

  /// @param inputs whose first axis is free
  /// @throws IllegalArgumentException when an operation does not allow it
  static FreeRows of(Structure structure, Set<Tensor> inputs) {
    FreeRows rows = new FreeRows(new HashSet<>(inputs));
    for (Step step : structure.steps()) {
      if (step.inputs().stream().anyMatch(rows::has) && rows.goesOn(step)) {
        rows.free.addAll(step.outputs());
      }
    }
    return rows;
  }

  boolean has(Tensor tensor) {
    return free.contains(tensor);
  }

  /// Whether the outputs have the axis, for a step of which an input has.
  private boolean goesOn(Step step) {
    List<Tensor> in = step.inputs();
    Tensor x = in.getFirst();
    int rank = x.shape().rank();
    return switch (step.form()) {
      case Form.Unary _, Form.Affine _, Form.Clip _, Form.Dropout _, Form.StopGradient _ -> true;
      case Form.Softmax _ -> true;
      case Form.Binary _, Form.Where _ -> {
        in.forEach(each -> meet(step, each, step.outputs().getFirst().shape().rank()));
        yield true;
      }
      case Form.Linear _, Form.LayerNorm _ -> {
        need(step, rank >= 2, "works along its only axis");
        onlyFirst(step, 1);
        yield true;
      }
      case Form.Convolution _ -> {
        onlyFirst(step, 1);
        yield true;
      }
      case Form.Product product -> {
        boolean shared = in.get(1).shape().rank() == 2;
        need(step, has(x), "has as many rows on the left as were declared");
        need(step, rank > 2 || !product.aTurned(), "adds over the rows");
        need(step, shared ? !has(in.get(1)) : has(in.get(1)), "does not share rows on the right");
        yield true;
      }
      case Form.Reduction reduction -> reduction.axis().orElse(0) != 0;
      case Form.Pick _ -> {
        need(step, has(x) && has(in.get(1)), "needs the rows of both operands to be free");
        need(step, rank >= 2, "picks along its only axis");
        yield true;
      }
      case Form.Gather _ -> {
        need(step, !has(x), "takes from a table whose rows are free");
        yield true;
      }
      case Form.Join join -> {
        need(step, join.axis() != 0, "joins along the rows");
        in.forEach(part -> need(step, has(part), "joins rows that are declared"));
        yield true;
      }
      case Form.Slice slice -> {
        need(step, slice.axis() != 0, "takes some of the rows");
        yield true;
      }
      case Form.Transpose transpose -> {
        need(step, transpose.axis() != 0, "moves the rows to another axis");
        yield true;
      }
      case Form.Repeat _ -> {
        need(step, false, "moves the rows to another axis");
        yield true;
      }
      case Form.Reshape _ -> {
        Tensor y = step.outputs().getFirst();
        need(
            step,
            y.shape().rank() > 0 && y.shape().size(0) == x.shape().size(0),
            "shares the rows out over other axes");
        yield true;
      }
      case Form.Attention _ -> {
        for (Tensor each : in.subList(0, 3)) {
          need(step, has(each), "needs the rows of query, key and value to be free");
        }
        in.stream().skip(3).forEach(mask -> meet(step, mask, 3));
        yield true;
      }
      case Form.Lstm _ -> {
        recurrent(step, 4);
        yield true;
      }
      case Form.Gru _ -> {
        recurrent(step, 5);
        yield true;
      }
    };
  }

  /// An operand that is repeated along the rows, or has them itself as the first of all axes.
  private void meet(Step step, Tensor operand, int rank) {
    boolean isWhole = operand.shape().rank() == rank;
    if (has(operand)) {
      need(step, isWhole, "would move the rows to another axis");
    } else {
      need(
          step,
          !isWhole || operand.shape().size(0) == 1,
          "has as many rows in \"%s\" as were declared".formatted(operand.name()));
    }
  }

  private void onlyFirst(Step step, int weights) {
    need(
        step,
        step.inputs().stream().skip(weights).noneMatch(this::has),
        "has weights whose rows are free");
  }

  private void recurrent(Step step, int weights) {
    List<Tensor> in = step.inputs();
    for (int i = 0; i < in.size(); i++) {
      boolean isWeight = i > 0 && i < weights;
      need(
          step,
          isWeight != has(in.get(i)) || RecurrentTranslation.isZero(in.get(i)),
          "needs free rows of its sequences and states, and none of its weights");
    }
  }

  private static void need(Step step, boolean allowed, String why) {
    if (!allowed) {
      Tensor output = step.outputs().getFirst();
      throw new IllegalArgumentException(
          "the first axis can be left free where every operation allows it, but \"%s\" (%s) %s; export the shapes as declared"
              .formatted(output.name(), output.shape(), why));
    }
  }
}
