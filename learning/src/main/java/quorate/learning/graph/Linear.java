package quorate.learning.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// y = f(x·W + b) in one step: rows of x by W[in][out], the bias where there is one, and the
/// activation in place, a few rows at a time while they are in the first cache.
///
/// Backward, with z = x·W + b: ∂z = ∂y·f′ where f′ follows from y alone, in the place of ∂y; ∂x +=
/// ∂z·Wᵀ, ∂W += xᵀ·∂z, ∂b += Σ ∂z. Products run along rows, so W is turned for ∂x. Where one side
/// has a few numbers only (heads, small observations) vectors along it would be almost empty: there
/// each number is a sum over lanes along the other side, and ∂W is found as its transpose.
final class Linear extends Operation {
  /// Numbers up to which a side counts as narrow.
  private static final int NARROW = 4;

  /// Numbers of y that are computed and activated in one go: half of a first cache.
  private static final int AT_ONCE = 4096;

  /// What an activation and its slope cost, in multiply-adds.
  private static final int ACTIVATION = 8;

  /// Multiply-adds of a row from which on it pays to look whether its gradient is nothing.
  private static final int WORTH_A_LOOK = 4096;

  /// The share of rows that are busy up to which it pays to push them together.
  private static final double BUSY = 0.75;

  private final Kernels kernels;
  private final Activation activation;
  private final Tensor x;
  private final Tensor weight;
  private final @Nullable Tensor bias;
  private final Tensor y;
  private final int rows;
  private final int in;
  private final int out;
  private final int rowsAtOnce;

  /// Wᵀ: of a narrow side kept, else borrowed for the way back.
  private float[] turned;

  private final float[] known;
  private final float[] turnedSlope;
  private boolean firstToX;
  private final Kernels.RowWork forwardRows = this::forward;
  private final Kernels.RowWork turning = this::turn;
  private final Kernels.RowWork backwardRows = this::backward;
  private final Kernels.RowWork weightRows = this::backwardToWeight;

  Linear(
      Kernels kernels,
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      Activation activation,
      Tensor y) {
    super(y, bias == null ? new Tensor[] {x, weight} : new Tensor[] {x, weight, bias});
    this.kernels = kernels;
    this.activation = activation;
    this.x = x;
    this.weight = weight;
    this.bias = bias;
    this.y = y;
    this.in = weight.shape().size(0);
    this.out = weight.shape().size(1);
    this.rows = x.shape().count() / in;
    this.rowsAtOnce = Math.max(1, AT_ONCE / out / Kernels.ROW_BLOCK) * Kernels.ROW_BLOCK;
    // A single column is its own turned matrix.
    this.turned = out == 1 ? weight.values() : new float[out <= NARROW ? in * out : 0];
    this.known = new float[out > 1 && out <= NARROW ? in * out : 0];
    this.turnedSlope = new float[out <= NARROW ? in * out : 0];
  }

  /// What comes out.
  ///
  /// @throws IllegalArgumentException when the three do not fit together
  static Shape shape(Tensor x, Tensor weight, @Nullable Tensor bias) {
    if (weight.shape().rank() != 2
        || x.shape().rank() < 1
        || x.shape().size(-1) != weight.shape().size(0)) {
      throw new IllegalArgumentException(
          "linear needs x of […][in] and a weight of [in][out], but was given %s and %s"
              .formatted(x.shape(), weight.shape()));
    }
    int out = weight.shape().size(1);
    if (bias != null && !bias.shape().equals(Shape.of(out))) {
      throw new IllegalArgumentException(
          "linear needs one bias for each of %d columns of the weight %s, but was given %s"
              .formatted(out, weight.shape(), bias.shape()));
    }
    return x.shape().with(-1, out);
  }

  @Override
  Form form() {
    return new Form.Linear(activation);
  }

  Kernels kernels() {
    return kernels;
  }

  Tensor x() {
    return x;
  }

  int rows() {
    return rows;
  }

  /// Whether another one's output is this one's weight or bias, all of which must be there before
  /// any row is led through.
  @SuppressWarnings("ReferenceEquality") // the same array, not the same numbers
  boolean isMadeOf(Linear other) {
    float[] made = other.y.values();
    return made == weight.values() || (bias != null && made == bias.values());
  }

  private long products() {
    return (long) rows * in * out;
  }

  /// Multiply-adds of one way through.
  long cost() {
    return products() + (long) rows * out * ACTIVATION;
  }

  @Override
  void forward() {
    prepareForward();
    kernels.share(rows, cost(), forwardRows);
  }

  /// Before [#forward] of any rows.
  void prepareForward() {
    if (out > 1 && out <= NARROW) {
      turnNarrow();
    }
  }

  /// Only when they have changed since, which takes less to see than to do.
  private void turnNarrow() {
    float[] w = weight.values();
    if (Arrays.equals(w, known)) {
      return;
    }
    System.arraycopy(w, 0, known, 0, w.length);
    for (int j = 0; j < out; j++) {
      int at = j * in;
      for (int p = 0; p < in; p++) {
        turned[at + p] = w[p * out + j];
      }
    }
  }

  void forward(int from, int to) {
    for (int row = from; row < to; row += rowsAtOnce) {
      int end = Math.min(row + rowsAtOnce, to);
      if (bias != null) {
        for (int i = row; i < end; i++) {
          System.arraycopy(bias.values(), 0, y.values(), i * out, out);
        }
      }
      if (out <= NARROW) {
        kernels.multiplyRows(row, end, out, in, x.values(), turned, y.values(), bias != null);
      } else {
        forwardWide(row, end);
      }
      activation.apply(kernels, y.values(), row * out, (end - row) * out);
    }
  }

  private void forwardWide(int from, int to) {
    float[] w = weight.values();
    kernels.multiply(
        from, to, out, in, x.values(), 0, in, 1, w, 0, out, y.values(), 0, out, bias != null);
  }

  /// Rows of W become columns.
  private void turn(int from, int to) {
    kernels.transpose(to - from, out, weight.values(), from * out, out, turned, from, in);
  }

  private boolean turnsBackward() {
    return x.hasGradient() && in > NARROW && out > NARROW;
  }

  @Override
  void borrow(Scratch scratch) {
    if (turnsBackward()) {
      turned = scratch.array(in * out);
    }
  }

  @Override
  boolean startsGradientOf(Tensor input) {
    boolean starts = input == x && x != weight && x != bias;
    firstToX |= starts;
    return starts;
  }

  @Override
  void backward() {
    prepareBackward();
    if (x.hasGradient() || activation != Activation.NONE) {
      kernels.share(rows, cost(), backwardRows);
    }
    backwardToParameters();
  }

  /// Before [#backward] of any rows.
  void prepareBackward() {
    if (turnsBackward()) {
      kernels.share(in, (long) in * out * ACTIVATION, turning);
    }
  }

  /// After [#backward] of all rows.
  void backwardToParameters() {
    if (weight.hasGradient()) {
      if (out <= NARROW) {
        backwardToNarrowWeight();
      } else {
        kernels.share(in, products(), weightRows);
      }
    }
    if (bias != null && bias.hasGradient()) {
      kernels.sumRows(rows, out, y.gradient(), 0, out, bias.gradient(), 0, true);
    }
  }

  void backward(int from, int to) {
    for (int row = from; row < to; row += rowsAtOnce) {
      int end = Math.min(row + rowsAtOnce, to);
      if (activation != Activation.NONE) {
        activation.backward(kernels, y.values(), y.gradient(), row * out, (end - row) * out);
      }
      if (x.hasGradient()) {
        backwardToX(row, end);
      }
    }
  }

  private void backwardToX(int from, int to) {
    if (in <= NARROW) {
      kernels.multiplyRows(
          from, to, in, out, y.gradient(), weight.values(), x.gradient(), !firstToX);
    } else if (!firstToX || in * out < WORTH_A_LOOK) {
      backwardToWide(from, to);
    } else {
      for (int row = from; row < to; row += BusyRows.MOST) {
        backwardToWideWhereBusy(row, Math.min(row + BusyRows.MOST, to));
      }
    }
  }

  private void backwardToWide(int from, int to) {
    float[] dz = y.gradient();
    float[] dx = x.gradient();
    kernels.multiply(from, to, in, out, dz, 0, out, 1, turned, 0, in, dx, 0, in, !firstToX);
  }

  /// A row whose gradient is nothing, as that of the larger of two critics, brings nothing. The
  /// others are pushed together for the product, and what was there is pushed apart again.
  private void backwardToWideWhereBusy(int from, int to) {
    float[] dz = y.gradient();
    long busy = BusyRows.in(dz, out, from, to);
    int count = Long.bitCount(busy);
    if (count > BUSY * (to - from)) {
      backwardToWide(from, to);
      return;
    }
    BusyRows.pushTogether(busy, dz, out, from);
    backwardToWide(from, from + count);
    BusyRows.pushApart(busy, dz, out, from, to);
    BusyRows.pushApart(busy, x.gradient(), in, from, to);
  }

  private void backwardToWeight(int from, int to) {
    float[] dw = weight.gradient();
    kernels.multiply(
        from, to, out, rows, x.values(), 0, 1, in, y.gradient(), 0, out, dw, 0, out, true);
  }

  private void backwardToNarrowWeight() {
    float[] dw = weight.gradient();
    kernels.multiply(
        0, out, in, rows, y.gradient(), 0, 1, out, x.values(), 0, in, turnedSlope, 0, in, false);
    for (int p = 0; p < in; p++) {
      for (int j = 0; j < out; j++) {
        dw[p * out + j] += turnedSlope[j * in + p];
      }
    }
  }
}
