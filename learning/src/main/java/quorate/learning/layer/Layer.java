package quorate.learning.layer;

import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;

/// A part of a network that owns parameters: one tensor in, one out.
///
/// Applied to several graphs it gives all of them the same parameters, so that one row can be asked
/// while a whole batch is trained.
@FunctionalInterface
public interface Layer {
  /// Declares the layer's operations in a graph.
  ///
  /// @throws IllegalArgumentException when the shape of `x` does not fit
  Tensor apply(GraphBuilder g, Tensor x);
}
