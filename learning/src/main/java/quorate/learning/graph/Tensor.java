package quorate.learning.graph;

import org.jspecify.annotations.Nullable;

/// A place for numbers in a graph: an input, a parameter, or what an operation gives.
///
/// Its arrays are allocated once and row-major, the last axis side by side. [#values] and
/// [#gradient] are the arrays themselves, so that who feeds a graph or reads it copies nothing;
/// what is written anywhere but into an input or a parameter is overwritten by the next run.
public final class Tensor {
  private enum Role {
    FED_OR_MADE,
    TRAINED,
    CONSTANT
  }

  private final String name;
  private final Shape shape;
  private final float[] values;
  private final Role role;
  private float @Nullable [] gradient;

  /// Whether a graph with a loss relies on its having a gradient, or on its having none.
  private boolean settled;

  private Tensor(String name, Shape shape, float[] values, Role role) {
    this.name = name;
    this.shape = shape;
    this.values = values;
    this.role = role;
  }

  static Tensor of(String name, Shape shape) {
    return new Tensor(name, shape, new float[shape.count()], Role.FED_OR_MADE);
  }

  static Tensor constant(String name, Shape shape, float[] values) {
    Tensor tensor = new Tensor(name, shape, new float[shape.count()], Role.CONSTANT);
    tensor.set(values);
    return tensor;
  }

  static Tensor trainable(String name, Shape shape) {
    Tensor tensor = new Tensor(name, shape, new float[shape.count()], Role.TRAINED);
    tensor.gradient = new float[shape.count()];
    return tensor;
  }

  /// The same numbers, and the same gradient once there is one, in another shape.
  Tensor seenAs(String name, Shape other) {
    return new Tensor(name, other, values, Role.FED_OR_MADE);
  }

  /// The same numbers, through which no gradient flows back.
  Tensor withoutGradient(String name) {
    return new Tensor(name, shape, values, Role.FED_OR_MADE);
  }

  /// What it is: the name of an input or a parameter, or of the operation that makes it.
  public String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  /// The numbers themselves, row-major.
  public float[] values() {
    return values;
  }

  /// Whether an optimiser may change it.
  public boolean isTrainable() {
    return role == Role.TRAINED;
  }

  /// Whether its numbers stay as they were declared.
  public boolean isConstant() {
    return role == Role.CONSTANT;
  }

  /// Whether a run backward finds what the loss changes by with it.
  public boolean hasGradient() {
    return gradient != null;
  }

  /// What the loss changes by with each number, after a run backward, of a parameter, a watched
  /// input or the loss; that of other tensors is lost in the run, where arrays change hands. Zeros
  /// for a watched input on which the loss does not depend.
  ///
  /// @throws IllegalStateException when nobody asked and it leads from no parameter and no watched
  ///   input to the loss, or there is no loss
  public float[] gradient() {
    if (gradient == null) {
      throw new IllegalStateException(
          "a tensor must lead from a parameter or a watched input to a loss to have a gradient, but \"%s\" (%s) does not"
              .formatted(name, shape));
    }
    return gradient;
  }

  /// Whether it has a gradient is what operations ask it in every graph that they are in, so that
  /// no second graph may change that, nor add to what belongs to the first. Parameters have theirs
  /// for all graphs.
  ///
  /// @param withGradient whether it would have one in a graph with a loss that is being built
  /// @throws IllegalArgumentException when another graph stands against it
  void checkFree(boolean withGradient) {
    if (!isTrainable() && (hasGradient() || (settled && withGradient))) {
      throw new IllegalArgumentException(
          "a tensor with a gradient must belong to one graph with a loss, but \"%s\" (%s) would belong to two; feed each an input of its own, or take it through stopGradient"
              .formatted(name, shape));
    }
  }

  /// A graph with a loss has been built on whether it has a gradient.
  void settle() {
    settled = true;
  }

  void giveGradient(float[] array) {
    gradient = array;
  }

  /// The only number.
  ///
  /// @throws IllegalStateException when there are several
  public float value() {
    if (values.length != 1) {
      throw new IllegalStateException(
          "a single value can be taken of one number, but \"%s\" is %s".formatted(name, shape));
    }
    return values[0];
  }

  /// Copies numbers in.
  ///
  /// @throws IllegalArgumentException when they are not as many as it has
  public void set(float... numbers) {
    if (numbers.length != values.length) {
      throw new IllegalArgumentException(
          "\"%s\" (%s) takes %d numbers, but was given %d"
              .formatted(name, shape, values.length, numbers.length));
    }
    System.arraycopy(numbers, 0, values, 0, numbers.length);
  }

  @Override
  public String toString() {
    return name + " " + shape;
  }
}
