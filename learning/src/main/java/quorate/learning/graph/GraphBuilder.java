package quorate.learning.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// Declares a graph, operation by operation, and builds it once.
///
/// Every method adds one operation and returns the tensor that it will give; shapes are checked at
/// once, and an error names the operation and the shapes. Two operands meet as in NumPy: axes are
/// matched from the last one back, and one that is missing or 1 is repeated.
///
/// ```java
/// var g = new GraphBuilder(Kernels.fastest());
/// Tensor x = g.input("x", 64, 4);
/// Tensor hidden = g.linear(x, weight, bias, Activation.TANH);
/// Tensor loss = g.mean(g.square(g.subtract(hidden, target)));
/// Graph graph = g.training(loss);
/// graph.forward();
/// graph.backward();
/// ```
public final class GraphBuilder {
  private final Kernels kernels;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<Tensor> watched = new HashSet<>();
  private boolean trained;

  public GraphBuilder(Kernels kernels) {
    this.kernels = kernels;
  }

  /// Numbers that are fed before each run.
  public Tensor input(String name, int... sizes) {
    return Tensor.of(name, Shape.of(sizes));
  }

  /// Numbers that stay.
  public Tensor constant(String name, float[] values, int... sizes) {
    return Tensor.constant(name, Shape.of(sizes), values);
  }

  /// Asks for the gradient of an input too.
  ///
  /// @throws IllegalArgumentException when an operation of this builder gives it: the run backward
  ///   may leave in its array what flows on from there
  public Tensor watch(Tensor input) {
    if (operations.stream().anyMatch(each -> each.outputs().contains(input))) {
      throw new IllegalArgumentException(
          "only an input can be watched, but \"%s\" (%s) is what an operation gives"
              .formatted(input.name(), input.shape()));
    }
    watched.add(input);
    return input;
  }

  /// The graph without a loss, which only runs forward.
  public Graph inference() {
    return new Graph(operations, null, Set.of());
  }

  /// The graph with a loss, which runs both ways.
  ///
  /// @param loss a single number
  /// @throws IllegalStateException when there is one already: both would want the same gradients
  /// @throws IllegalArgumentException when a tensor that is no parameter would have a gradient here
  ///   or in another graph and be worked on in both
  public Graph training(Tensor loss) {
    if (trained) {
      throw new IllegalStateException(
          "a builder gives one graph with a loss, but \"%s\" would be a second; declare it in a builder of its own"
              .formatted(loss.name()));
    }
    if (loss.shape().count() != 1) {
      throw new IllegalArgumentException(
          "a loss must be a single number, but \"%s\" was %s".formatted(loss.name(), loss.shape()));
    }
    Graph graph = new Graph(operations, loss, watched);
    trained = true;
    return graph;
  }

  /// The larger operations that networks of layers are made of, each in one step.
  public FusedOperations fused() {
    return new FusedOperations(this, kernels);
  }

  /// Networks with a state that goes from step to step.
  public RecurrentOperations recurrent() {
    return new RecurrentOperations(this, kernels);
  }

  /// What is minimised in training.
  public Losses losses() {
    return new Losses(this);
  }

  Tensor add(Operation operation) {
    operations.add(operation);
    return operation.output();
  }

  /// f(x·W + b) on the last axis of x.
  ///
  /// @param x `[…][in]`
  /// @param weight `[in][out]`
  /// @param bias `[out]`, or null for none
  public Tensor linear(Tensor x, Tensor weight, @Nullable Tensor bias, Activation activation) {
    Tensor y = Tensor.of("linear", Linear.shape(x, weight, bias));
    return add(new Linear(kernels, x, weight, bias, activation, y));
  }

  /// The matrix product of the last two axes.
  ///
  /// @param a `[…][m][k]`
  /// @param b `[…][k][n]` with the same axes before, or `[k][n]` for all
  public Tensor multiplyMatrices(Tensor a, Tensor b) {
    return multiplyMatrices(a, false, b, false);
  }

  /// The matrix product of the last two axes of operands that may lie turned.
  ///
  /// @param a `[…][m][k]`, or turned `[…][k][m]`
  /// @param b `[…][k][n]`, or turned `[…][n][k]`, with the same axes before or none
  public Tensor multiplyMatrices(Tensor a, boolean aTurned, Tensor b, boolean bTurned) {
    Tensor y = Tensor.of("multiplyMatrices", Product.shape(a, aTurned, b, bTurned));
    return add(new Product(kernels, a, aTurned, b, bTurned, y));
  }

  public Tensor add(Tensor a, Tensor b) {
    return binary(BinaryFunction.ADD, "add", a, b);
  }

  public Tensor subtract(Tensor a, Tensor b) {
    return binary(BinaryFunction.SUBTRACT, "subtract", a, b);
  }

  public Tensor multiply(Tensor a, Tensor b) {
    return binary(BinaryFunction.MULTIPLY, "multiply", a, b);
  }

  public Tensor divide(Tensor a, Tensor b) {
    return binary(BinaryFunction.DIVIDE, "divide", a, b);
  }

  /// The smaller of each two; of equals the gradient flows to the first.
  public Tensor minimum(Tensor a, Tensor b) {
    return binary(BinaryFunction.MINIMUM, "minimum", a, b);
  }

  /// The larger of each two; of equals the gradient flows to the first.
  public Tensor maximum(Tensor a, Tensor b) {
    return binary(BinaryFunction.MAXIMUM, "maximum", a, b);
  }

  private Tensor binary(BinaryFunction function, String name, Tensor a, Tensor b) {
    Broadcast meeting = Broadcast.of(name, a.shape(), b.shape());
    return add(new Binary(kernels, function, a, b, meeting, Tensor.of(name, meeting.shape())));
  }

  public Tensor negate(Tensor x) {
    return unary(UnaryFunction.NEGATE, "negate", x);
  }

  public Tensor exp(Tensor x) {
    return unary(UnaryFunction.EXP, "exp", x);
  }

  public Tensor log(Tensor x) {
    return unary(UnaryFunction.LOG, "log", x);
  }

  public Tensor tanh(Tensor x) {
    return unary(UnaryFunction.TANH, "tanh", x);
  }

  public Tensor sigmoid(Tensor x) {
    return unary(UnaryFunction.SIGMOID, "sigmoid", x);
  }

  public Tensor relu(Tensor x) {
    return unary(UnaryFunction.RELU, "relu", x);
  }

  /// ln(1 + eˣ).
  public Tensor softplus(Tensor x) {
    return unary(UnaryFunction.SOFTPLUS, "softplus", x);
  }

  /// x·Φ(x) with the normal distribution Φ, exact by its error function.
  public Tensor gelu(Tensor x) {
    return unary(UnaryFunction.GELU, "gelu", x);
  }

  /// x·sigmoid(x).
  public Tensor silu(Tensor x) {
    return unary(UnaryFunction.SILU, "silu", x);
  }

  /// ln Γ(x) of numbers above 0; NaN at 0 and below.
  public Tensor logGamma(Tensor x) {
    return unary(UnaryFunction.LOG_GAMMA, "logGamma", x);
  }

  /// ψ(x), the slope of ln Γ, of numbers above 0; NaN at 0 and below.
  public Tensor digamma(Tensor x) {
    return unary(UnaryFunction.DIGAMMA, "digamma", x);
  }

  public Tensor square(Tensor x) {
    return unary(UnaryFunction.SQUARE, "square", x);
  }

  public Tensor root(Tensor x) {
    return unary(UnaryFunction.ROOT, "root", x);
  }

  public Tensor absolute(Tensor x) {
    return unary(UnaryFunction.ABSOLUTE, "absolute", x);
  }

  private Tensor unary(UnaryFunction function, String name, Tensor x) {
    return add(new Unary(kernels, function, x, Tensor.of(name, x.shape())));
  }

  /// factor·x.
  public Tensor scale(Tensor x, float factor) {
    return affine(x, factor, 0f);
  }

  /// factor·x + offset.
  public Tensor affine(Tensor x, float factor, float offset) {
    return add(new Affine(x, factor, offset, Tensor.of("affine", x.shape())));
  }

  /// Each number held between two bounds.
  public Tensor clip(Tensor x, float least, float most) {
    if (!(least <= most)) {
      throw new IllegalArgumentException(
          "clip needs a least that is not above the most, but was given %s and %s"
              .formatted(least, most));
    }
    return add(new Clip(x, least, most, Tensor.of("clip", x.shape())));
  }

  /// Σ over everything, a single number.
  public Tensor sum(Tensor x) {
    return reduce(ReductionKind.SUM, "sum", x);
  }

  /// The mean of everything, a single number.
  public Tensor mean(Tensor x) {
    return reduce(ReductionKind.MEAN, "mean", x);
  }

  private Tensor reduce(ReductionKind kind, String name, Tensor x) {
    Tensor y = Tensor.of(name, Shape.scalar());
    return add(new Reduction(kernels, kind, x, OptionalInt.empty(), y));
  }

  /// Σ along one axis, which goes.
  public Tensor sum(Tensor x, int axis) {
    return reduce(ReductionKind.SUM, "sum", x, axis);
  }

  /// The mean along one axis, which goes.
  public Tensor mean(Tensor x, int axis) {
    return reduce(ReductionKind.MEAN, "mean", x, axis);
  }

  /// The maximum along one axis, which goes.
  public Tensor max(Tensor x, int axis) {
    return reduce(ReductionKind.MAXIMUM, "max", x, axis);
  }

  private Tensor reduce(ReductionKind kind, String name, Tensor x, int axis) {
    Shape shape = x.shape();
    int place = shape.place(axis);
    Tensor y = Tensor.of(name, shape.without(place));
    return add(new Reduction(kernels, kind, x, OptionalInt.of(place), y));
  }

  /// Probabilities along the last axis.
  public Tensor softmax(Tensor x) {
    return add(new Softmax(kernels, false, x, Tensor.of("softmax", x.shape())));
  }

  /// Their logarithms.
  public Tensor logSoftmax(Tensor x) {
    return add(new Softmax(kernels, true, x, Tensor.of("logSoftmax", x.shape())));
  }

  /// One number of each row.
  ///
  /// @param x `[…][width]`
  /// @param index `[…]`, whole numbers from 0 to width − 1
  public Tensor pick(Tensor x, Tensor index) {
    if (x.shape().rank() < 1 || !x.shape().without(-1).equals(index.shape())) {
      throw new IllegalArgumentException(
          "pick needs x of […][width] and an index of […], but was given %s and %s"
              .formatted(x.shape(), index.shape()));
    }
    return add(new Pick(x, index, Tensor.of("pick", index.shape())));
  }

  /// Rows of a table, as an embedding takes them.
  ///
  /// @param table `[rows][…]`
  /// @param index of any shape, whole numbers from 0 to rows − 1
  /// @return the index's axes, then those of a row
  public Tensor gather(Tensor table, Tensor index) {
    if (table.shape().rank() < 1) {
      throw new IllegalArgumentException(
          "gather needs a table of [rows][…], but was given %s and an index of %s"
              .formatted(table.shape(), index.shape()));
    }
    Shape shape = index.shape().followedBy(table.shape().without(0));
    return add(new Gather(table, index, Tensor.of("gather", shape)));
  }

  /// The first operand where the mask is not 0, the second where it is; the three shapes meet as
  /// those of two operands do.
  public Tensor where(Tensor mask, Tensor a, Tensor b) {
    Shape both = Broadcast.of("where", a.shape(), b.shape()).shape();
    Shape shape = Broadcast.of("where", mask.shape(), both).shape();
    return add(new Where(mask, a, b, Tensor.of("where", shape)));
  }

  /// Tensors one after the other along an axis; their other axes are the same.
  ///
  /// @param parts at least one
  public Tensor join(int axis, Tensor... parts) {
    Shape shape = Join.shape(axis, parts);
    return add(new Join(parts.clone(), shape.place(axis), Tensor.of("join", shape)));
  }

  /// A piece along an axis.
  ///
  /// @param from first place, from 0 up
  /// @param to place after the last
  public Tensor slice(Tensor x, int axis, int from, int to) {
    int place = x.shape().place(axis);
    if (from < 0 || to <= from || to > x.shape().size(place)) {
      throw new IllegalArgumentException(
          "slice needs 0 ≤ from < to ≤ %d along axis %d of %s, but was given %d and %d"
              .formatted(x.shape().size(place), place, x.shape(), from, to));
    }
    return add(new Slice(x, place, from, to, Tensor.of("slice", x.shape().with(place, to - from))));
  }

  /// Two axes change places.
  public Tensor transpose(Tensor x, int axis, int other) {
    int first = Math.min(x.shape().place(axis), x.shape().place(other));
    int second = Math.max(x.shape().place(axis), x.shape().place(other));
    if (first == second) {
      throw new IllegalArgumentException(
          "transpose needs two axes of %s, but was given %d and %d"
              .formatted(x.shape(), axis, other));
    }
    Shape shape = Transpose.exchanged(x.shape(), first, second);
    return add(new Transpose(x, first, second, Tensor.of("transpose", shape)));
  }

  /// The same numbers several times over, along a new first axis.
  public Tensor repeat(Tensor x, int times) {
    return add(new Repeat(x, Tensor.of("repeat", Shape.of(times).followedBy(x.shape()))));
  }

  /// The same numbers in another shape.
  public Tensor reshape(Tensor x, int... sizes) {
    Shape shape = Shape.of(sizes);
    if (shape.count() != x.shape().count()) {
      throw new IllegalArgumentException(
          "reshape needs as many numbers as before, but was given %s for %s"
              .formatted(shape, x.shape()));
    }
    return add(new Reshape(x, shape));
  }

  /// The same numbers, through which no gradient flows back.
  public Tensor stopGradient(Tensor x) {
    return add(new Still(x));
  }
}
