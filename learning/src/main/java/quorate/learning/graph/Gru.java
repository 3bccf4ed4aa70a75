package quorate.learning.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// A gated recurrent unit over whole sequences. K. Cho et al., "Learning phrase representations
/// using RNN encoder–decoder" (2014), in PyTorch's form, whose reset gate works on the product of
/// the state:
///
/// r, z = σ(x·W + b + h·U + d); n = tanh(x·W + b + r·(h·U + d)); h ← (1 − z)·n + z·h.
///
/// Starts and gradients as in [Lstm].
final class Gru extends Operation {
  private final Kernels kernels;
  private final StepInputs inputs;
  private final Tensor stateWeight;
  private final Tensor stateBias;
  private final Tensor firstHidden;
  private final @Nullable Tensor starts;
  private final boolean reversed;
  private final Tensor y;
  private final Tensor lastHidden;
  private final int batch;
  private final int steps;
  private final int size;

  /// `[batch][steps][size]`: what came into each step.
  private final float[] before;

  /// `[batch][steps][3·size]`: what the state adds to the gates, and its gradient.
  private final float[] fromState;

  private final float[] slopes;
  private final float[] dHidden;
  private final float[] carried;
  private final float[] turned;
  private final Kernels.RowWork forwardSequences = this::forward;
  private final Kernels.RowWork backwardSequences = this::backward;

  Gru(
      Kernels kernels,
      Tensor x,
      Tensor weight,
      Tensor stateWeight,
      Tensor bias,
      Tensor stateBias,
      Tensor firstHidden,
      @Nullable Tensor starts,
      boolean reversed,
      GruStates states) {
    super(
        List.of(states.steps(), states.hidden()),
        starts == null
            ? new Tensor[] {x, weight, stateWeight, bias, stateBias, firstHidden}
            : new Tensor[] {x, weight, stateWeight, bias, stateBias, firstHidden, starts});
    this.kernels = kernels;
    this.inputs = new StepInputs(kernels, x, weight, bias);
    this.stateWeight = stateWeight;
    this.stateBias = stateBias;
    this.firstHidden = firstHidden;
    this.starts = starts;
    this.reversed = reversed;
    this.y = states.steps();
    this.lastHidden = states.hidden();
    this.batch = x.shape().size(0);
    this.steps = x.shape().size(1);
    this.size = stateWeight.shape().size(0);
    this.before = new float[batch * steps * size];
    this.fromState = new float[3 * before.length];
    this.slopes = new float[3 * before.length];
    this.dHidden = new float[batch * size];
    this.carried = new float[batch * size];
    this.turned = new float[3 * size * size];
  }

  private int place(int s) {
    return reversed ? steps - 1 - s : s;
  }

  private boolean startsAnew(int row) {
    return starts != null && starts.values()[row] != 0f;
  }

  @Override
  Form form() {
    return new Form.Gru(reversed);
  }

  /// Multiply-adds of the states' products, once through.
  private long products() {
    return 3L * batch * steps * size * size;
  }

  @Override
  void forward() {
    kernels.share(batch, products(), forwardSequences);
  }

  private void forward(int from, int to) {
    inputs.forward(from * steps, to * steps);
    StepInputs.fill(fromState, stateBias.values(), from * steps, to * steps);
    int width = 3 * size;
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
          before,
          t * size,
          steps * size,
          1,
          stateWeight.values(),
          0,
          width,
          fromState,
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
    }
  }

  private void takeState(int b, int s) {
    int row = b * steps + place(s);
    int at = row * size;
    if (startsAnew(row)) {
      Arrays.fill(before, at, at + size, 0f);
    } else if (s == 0) {
      System.arraycopy(firstHidden.values(), b * size, before, at, size);
    } else {
      System.arraycopy(y.values(), (b * steps + place(s - 1)) * size, before, at, size);
    }
  }

  private void step(int row) {
    float[] gates = inputs.gates;
    float[] to = y.values();
    int r = row * 3 * size;
    int z = r + size;
    int n = z + size;
    int at = row * size;
    for (int j = 0; j < 2 * size; j++) {
      gates[r + j] += fromState[r + j];
    }
    kernels.sigmoid(2 * size, gates, r, gates, r);
    for (int j = 0; j < size; j++) {
      gates[n + j] = Math.fma(gates[r + j], fromState[n + j], gates[n + j]);
    }
    kernels.tanh(size, gates, n, gates, n);
    for (int j = 0; j < size; j++) {
      float fresh = gates[n + j];
      to[at + j] = Math.fma(gates[z + j], before[at + j] - fresh, fresh);
    }
  }

  @Override
  void backward() {
    int width = 3 * size;
    System.arraycopy(lastHidden.gradient(), 0, dHidden, 0, dHidden.length);
    kernels.transpose(size, width, stateWeight.values(), 0, width, turned, 0, size);
    inputs.turn();
    kernels.share(batch, products(), backwardSequences);
    Sums.add(dHidden, firstHidden);
    inputs.backwardToParameters();
    if (stateWeight.hasGradient()) {
      kernels.multiply(
          0,
          size,
          width,
          batch * steps,
          before,
          0,
          1,
          size,
          slopes,
          0,
          width,
          stateWeight.gradient(),
          0,
          width,
          true);
    }
    if (stateBias.hasGradient()) {
      kernels.sumRows(batch * steps, width, slopes, 0, width, stateBias.gradient(), 0, true);
    }
  }

  private void backward(int from, int to) {
    int width = 3 * size;
    for (int s = steps - 1; s >= 0; s--) {
      int t = place(s);
      for (int b = from; b < to; b++) {
        stepBack(b, b * steps + t);
      }
      System.arraycopy(carried, from * size, dHidden, from * size, (to - from) * size);
      kernels.multiply(
          from,
          to,
          size,
          width,
          slopes,
          t * width,
          steps * width,
          1,
          turned,
          0,
          size,
          dHidden,
          0,
          size,
          true);
      for (int b = from; b < to; b++) {
        if (startsAnew(b * steps + t)) {
          Arrays.fill(dHidden, b * size, (b + 1) * size, 0f);
        }
      }
    }
    inputs.backwardToInputs(from * steps, to * steps);
  }

  private void stepBack(int b, int row) {
    float[] gates = inputs.gates;
    float[] dGates = inputs.slopes;
    float[] dy = y.gradient();
    int r = row * 3 * size;
    int z = r + size;
    int n = z + size;
    int at = row * size;
    int state = b * size;
    for (int j = 0; j < size; j++) {
      float dh = dHidden[state + j] + dy[at + j];
      float reset = gates[r + j];
      float update = gates[z + j];
      float fresh = gates[n + j];
      float dn = dh * (1f - update) * (1f - fresh * fresh);
      float dz = dh * (before[at + j] - fresh) * (update * (1f - update));
      float dr = dn * fromState[n + j] * (reset * (1f - reset));
      dGates[r + j] = dr;
      dGates[z + j] = dz;
      dGates[n + j] = dn;
      slopes[r + j] = dr;
      slopes[z + j] = dz;
      slopes[n + j] = dn * reset;
      carried[state + j] = dh * update;
    }
  }
}
