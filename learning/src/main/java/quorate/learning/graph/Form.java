package quorate.learning.graph;

import java.util.OptionalInt;

/// What an operation does, apart from its tensors: enough to write it down for another engine or to
/// show it. Which tensors it takes is said by [Step]; axes count from 0 up.
///
/// Every operation has one, and who reads forms does it in a `switch` without `default`, so that a
/// new operation does not compile until every reader knows it.
public sealed interface Form {
  /// A function of each number.
  record Unary(UnaryFunction function) implements Form {}

  /// A function of two numbers each, whose shapes meet as NumPy's do.
  record Binary(BinaryFunction function) implements Form {}

  /// factor·x + offset.
  record Affine(float factor, float offset) implements Form {}

  /// Each number held between two bounds.
  record Clip(float least, float most) implements Form {}

  /// f(x·W + b) of x, W and, where there is one, b.
  record Linear(Activation activation) implements Form {}

  /// The product of matrices, either of which may lie turned.
  record Product(boolean aTurned, boolean bTurned) implements Form {}

  /// Along one axis, which goes, or over everything.
  record Reduction(ReductionKind kind, OptionalInt axis) implements Form {}

  /// Softmax along the last axis, or its logarithm.
  record Softmax(boolean logarithm) implements Form {}

  /// One number of each row of x, by an index.
  record Pick() implements Form {}

  /// Rows of a table, by an index.
  record Gather() implements Form {}

  /// The second input where the first is not 0, else the third.
  record Where() implements Form {}

  /// Tensors one after the other along an axis.
  record Join(int axis) implements Form {}

  /// A piece along an axis.
  record Slice(int axis, int from, int to) implements Form {}

  /// Two axes change places.
  record Transpose(int axis, int other) implements Form {}

  /// So many times over, along a new first axis.
  record Repeat(int times) implements Form {}

  /// The same numbers in the output's shape.
  record Reshape() implements Form {}

  /// The same numbers without a gradient.
  record StopGradient() implements Form {}

  /// Numbers dropped at a rate while the chance is switched on, and let through while it is off.
  record Dropout(float rate) implements Form {}

  /// Rows of x brought to mean 0 and variance 1, then times gain plus bias.
  record LayerNorm(float epsilon) implements Form {}

  /// Cross-correlation along time of x with a weight and, where there is one, a bias.
  record Convolution(int stride, int padding) implements Form {}

  /// Of query, key, value and, where there is one, a mask; weights dropped at a rate while the
  /// chance is switched on.
  record Attention(int heads, float rate) implements Form {}

  /// Of x, weight, weight of the state, bias, hidden state, cell and, where there are some, starts;
  /// gates in the order i, f, g, o. Gives all hidden states, the last one and the last cell.
  record Lstm(boolean reversed) implements Form {}

  /// Of x, weight, weight of the state, bias, bias of the state, hidden state and, where there are
  /// some, starts; gates in the order r, z, n. Gives all states and the last one.
  record Gru(boolean reversed) implements Form {}
}
