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
/// All inputs are multiplied in one product, the state step by step. Where a sequence starts anew
/// the state that comes in is 0 and no gradient flows past. Backward goes through time over all
/// steps.
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

  @Override
  void forward() {
    inputs.forward();
    int width = 4 * size;
    for (int s = 0; s < steps; s++) {
      int t = place(s);
      for (int b = 0; b < batch; b++) {
        takeState(b, s);
      }
      kernels.multiply(
          0,
          batch,
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
      for (int b = 0; b < batch; b++) {
        step(b * steps + t);
      }
    }
    for (int b = 0; b < batch; b++) {
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
    for (int j = 0; j < size; j++) {
      cells[at + j] = Math.fma(gates[f + j], cellBefore[at + j], gates[i + j] * gates[g + j]);
    }
    kernels.tanh(size, cells, at, bent, at);
    for (int j = 0; j < size; j++) {
      to[at + j] = gates[o + j] * bent[at + j];
    }
  }

  @Override
  void backward() {
    int width = 4 * size;
    System.arraycopy(lastHidden.gradient(), 0, dHidden, 0, dHidden.length);
    System.arraycopy(lastCell.gradient(), 0, dCell, 0, dCell.length);
    kernels.transpose(size, width, stateWeight.values(), 0, width, turned, 0, size);
    for (int s = steps - 1; s >= 0; s--) {
      int t = place(s);
      for (int b = 0; b < batch; b++) {
        stepBack(b, b * steps + t);
      }
      kernels.multiply(
          0,
          batch,
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
      for (int b = 0; b < batch; b++) {
        if (startsAnew(b * steps + t)) {
          Arrays.fill(dHidden, b * size, (b + 1) * size, 0f);
          Arrays.fill(dCell, b * size, (b + 1) * size, 0f);
        }
      }
    }
    Sums.add(dHidden, firstHidden);
    Sums.add(dCell, firstCell);
    inputs.backward();
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

  private void stepBack(int b, int row) {
    float[] gates = inputs.gates;
    float[] slopes = inputs.slopes;
    float[] dy = y.gradient();
    int i = row * 4 * size;
    int f = i + size;
    int g = f + size;
    int o = g + size;
    int at = row * size;
    int state = b * size;
    for (int j = 0; j < size; j++) {
      float dh = dHidden[state + j] + dy[at + j];
      float in = gates[i + j];
      float kept = gates[f + j];
      float fresh = gates[g + j];
      float out = gates[o + j];
      float curve = bent[at + j];
      float dc = dCell[state + j] + dh * out * (1f - curve * curve);
      slopes[i + j] = dc * fresh * (in * (1f - in));
      slopes[f + j] = dc * cellBefore[at + j] * (kept * (1f - kept));
      slopes[g + j] = dc * in * (1f - fresh * fresh);
      slopes[o + j] = dh * curve * (out * (1f - out));
      dCell[state + j] = dc * kept;
    }
  }
}
