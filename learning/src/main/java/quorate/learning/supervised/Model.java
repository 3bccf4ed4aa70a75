package quorate.learning.supervised;

import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;

/// A network that can be trained on [Examples].
public interface Model {
  Parameters parameters();

  /// Shared by all dropouts of the model: on in training, off in validation.
  DropoutChance dropping();

  /// Of one row.
  Shape inputShape();

  /// Of one row.
  Shape targetShape();

  /// Declares the losses of a batch.
  ///
  /// @param inputs `[rows]`, then the axes of [#inputShape]
  /// @param targets `[rows]`, then the axes of [#targetShape]
  Objective objective(GraphBuilder g, Tensor inputs, Tensor targets);
}
