package quorate.learning.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// Long short-term memory over whole sequences. S. Hochreiter and J. Schmidhuber, "Long short-term
/// memory" (1997), with the forget gate of F. Gers (1999) and PyTorch's order of gates:
///
/// i, f, o = σ(…), g = tanh(…) of x·W + h·U + b; c ← f·c + i·g; h ← o·tanh c.
///
/// All inputs are multiplied in one product, the state step by step; threads share the sequences,
/// each runs its own through time. Where a sequence starts anew the state that comes in is 0 and no
/// gradient flows past. Backward goes through time over all steps.
final class Lstm extends Operation {
  private final Kernels kernels;
  private final StepInputs inputs;
  private final Tensor stateWeight;
  private final Tensor firstHidden;
  private final Tensor firstCell;
  private final @Nullable Tensor starts;
  private final boolean reversed;
  private final Tensor y;
  private final Tensor lastHidden;
  private final Tensor lastCell;
  private final int batch;
  private final int steps;
  private final int size;

  /// `[batch][steps][size]`: what came into each step, the new cell and its tanh.
  private final float[] hiddenBefore;

  private final float[] cellBefore;
  private final float[] cells;
  private final float[] bent;

  /// `[batch][size]`, on the way back.
  private final float[] dHidden;

  private final float[] dCell;
  private final float[] turned;
  private final Kernels.RowWork forwardSequences = this::forward;
  private final Kernels.RowWork backwardSequences = this::backward;

  Lstm(
      Kernels kernels,
      Tensor x,
      Tensor weight,
      Tensor stateWeight,
      Tensor bias,
      Tensor firstHidden,
      Tensor firstCell,
      @Nullable Tensor starts,
      boolean reversed,
      LstmStates states) {
    super(
        List.of(states.steps(), states.hidden(), states.cell()),
        starts == null
            ? new Tensor[] {x, weight, stateWeight, bias, firstHidden, firstCell}
            : new Tensor[] {x, weight, stateWeight, bias, firstHidden, firstCell, starts});
    this.kernels = kernels;
    this.inputs = new StepInputs(kernels, x, weight, bias);
    this.stateWeight = stateWeight;
    this.firstHidden = firstHidden;
    this.firstCell = firstCell;
    this.starts = starts;
    this.reversed = reversed;
    this.y = states.steps();
    this.lastHidden = states.hidden();
    this.lastCell = states.cell();
    this.batch = x.shape().size(0);
    this.steps = x.shape().size(1);
    this.size = stateWeight.shape().size(0);
    this.hiddenBefore = new float[batch * steps * size];
    this.cellBefore = new float[batch * steps * size];
    this.cells = new float[batch * steps * size];
    this.bent = new float[batch * steps * size];
    this.dHidden = new float[batch * size];
    this.dCell = new float[batch * size];
    this.turned = new float[4 * size * size];
  }

  /// Where the step that is worked as number `s` stands in the sequence.
  private int place(int s) {
    return reversed ? steps - 1 - s : s;
  }

  private boolean startsAnew(int row) {
    return starts != null && starts.values()[row] != 0f;
  }

  @Override
  Form form() {
    return new Form.Lstm(reversed);
  }

  /// Multiply-adds of the states' products, once through.
  private long products() {
    return 4L * batch * steps * size * size;
  }

  @Override
  void forward() {
    kernels.share(batch, products(), forwardSequences);
  }

  private void forward(int from, int to) {
    inputs.forward(from * steps, to * steps);
    int width = 4 * size;
    for (int s = 0; s < steps; s++) {
      int t = place(s);
      for (int b = from; b < to; b++) {
        takeState(b, s);
      }
      kernels.multiply(
          from,
          to,
          width,
          size,
          hiddenBefore,
          t * size,
          steps * size,
          1,
          stateWeight.values(),
          0,
          width,
          inputs.gates,
          t * width,
          steps * width,
          true);
      for (int b = from; b < to; b++) {
        step(b * steps + t);
      }
    }
    for (int b = from; b < to; b++) {
      int last = (b * steps + place(steps - 1)) * size;
      System.arraycopy(y.values(), last, lastHidden.values(), b * size, size);
      System.arraycopy(cells, last, lastCell.values(), b * size, size);
    }
  }

  private void takeState(int b, int s) {
    int row = b * steps + place(s);
    int at = row * size;
    if (startsAnew(row)) {
      Arrays.fill(hiddenBefore, at, at + size, 0f);
      Arrays.fill(cellBefore, at, at + size, 0f);
    } else if (s == 0) {
      System.arraycopy(firstHidden.values(), b * size, hiddenBefore, at, size);
      System.arraycopy(firstCell.values(), b * size, cellBefore, at, size);
    } else {
      int before = (b * steps + place(s - 1)) * size;
      System.arraycopy(y.values(), before, hiddenBefore, at, size);
      System.arraycopy(cells, before, cellBefore, at, size);
    }
  }

  private void step(int row) {
    float[] gates = inputs.gates;
    float[] to = y.values();
    int i = row * 4 * size;
    int f = i + size;
    int g = f + size;
    int o = g + size;
    int at = row * size;
    kernels.sigmoid(2 * size, gates, i, gates, i);
    kernels.tanh(size, gates, g, gates, g);
    kernels.sigmoid(size, gates, o, gates, o);
    kernels.times(size, gates, i, gates, g, cells, at);
    kernels.fma(size, gates, f, cellBefore, at, cells, at, cells, at);
    kernels.tanh(size, cells, at, bent, at);
    kernels.times(size, gates, o, bent, at, to, at);
  }

  @Override
  void backward() {
    int width = 4 * size;
    System.arraycopy(lastHidden.gradient(), 0, dHidden, 0, dHidden.length);
    System.arraycopy(lastCell.gradient(), 0, dCell, 0, dCell.length);
    kernels.transpose(size, width, stateWeight.values(), 0, width, turned, 0, size);
    inputs.turn();
    kernels.share(batch, products(), backwardSequences);
    Sums.add(dHidden, firstHidden);
    Sums.add(dCell, firstCell);
    inputs.backwardToParameters();
    if (stateWeight.hasGradient()) {
      kernels.multiply(
          0,
          size,
          width,
          batch * steps,
          hiddenBefore,
          0,
          1,
          size,
          inputs.slopes,
          0,
          width,
          stateWeight.gradient(),
          0,
          width,
          true);
    }
  }

  private void backward(int from, int to) {
    int width = 4 * size;
    for (int s = steps - 1; s >= 0; s--) {
      int t = place(s);
      for (int b = from; b < to; b++) {
        int row = b * steps + t;
        kernels.lstmSlopes(
            size,
            inputs.gates,
            inputs.slopes,
            row * width,
            cellBefore,
            bent,
            y.gradient(),
            row * size,
            dHidden,
            dCell,
            b * size);
      }
      kernels.multiply(
          from,
          to,
          size,
          width,
          inputs.slopes,
          t * width,
          steps * width,
          1,
          turned,
          0,
          size,
          dHidden,
          0,
          size,
          false);
      for (int b = from; b < to; b++) {
        if (startsAnew(b * steps + t)) {
          Arrays.fill(dHidden, b * size, (b + 1) * size, 0f);
          Arrays.fill(dCell, b * size, (b + 1) * size, 0f);
        }
      }
    }
    inputs.backwardToInputs(from * steps, to * steps);
  }
}
