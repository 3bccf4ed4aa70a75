package quorate.learning.layer;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;

/// A sequence becomes one row: the mean of its steps, weighted by the softmax of a score v·tanh(x·W
/// + b) of each. Z. Yang et al., "Hierarchical attention networks for document classification"
///   (NAACL 2016), equations 5 to 7. `prefix.hidden` and `prefix.score` are its linear layers.
public final class AttentionPooling implements Layer {
  private static final float HIDDEN_SCORE = -1e9f;

  private final Linear hidden;
  private final Linear score;

  /// @param width numbers at each step
  /// @param size of the hidden layer of the score
  public AttentionPooling(
      Parameters parameters, String prefix, int width, int size, RandomGenerator chance) {
    this.hidden = new Linear(parameters, prefix + ".hidden", width, size, Activation.TANH, chance);
    this.score = new Linear(parameters, prefix + ".score", size, 1, Activation.NONE, chance);
  }

  /// @param x `[batch][steps][width]`
  /// @return `[batch][width]`
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return apply(g, x, null);
  }

  /// Over some of the steps.
  ///
  /// @param x `[batch][steps][width]`
  /// @param mask `[batch][steps]`, 0 where a step is left out; null where none is. Where all are
  ///   left out all weigh the same
  /// @return `[batch][width]`
  public Tensor apply(GraphBuilder g, Tensor x, @Nullable Tensor mask) {
    Shape shape = x.shape();
    if (shape.rank() != 3) {
      throw new IllegalArgumentException(
          "attention pooling needs x of [batch][steps][width], but was given " + shape);
    }
    Tensor scores = g.reshape(score.apply(g, hidden.apply(g, x)), shape.without(2).toArray());
    if (mask != null) {
      Tensor least = g.constant("hidden", new float[] {HIDDEN_SCORE}, 1);
      scores = g.where(mask, scores, least);
    }
    Tensor weights = g.reshape(g.softmax(scores), shape.size(0), 1, shape.size(1));
    return g.reshape(g.multiplyMatrices(weights, x), shape.without(1).toArray());
  }
}
