package quorate.learning.layer;

import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;

/// Numbers dropped at a rate while the chance is switched on; has no parameters.
///
/// @param rate at least 0 and below 1
/// @param chance shared by all dropouts of a network
public record Dropout(float rate, DropoutChance chance) implements Layer {
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return g.fused().dropout(x, rate, chance);
  }
}
