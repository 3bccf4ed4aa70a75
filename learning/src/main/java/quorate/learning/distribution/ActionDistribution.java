package quorate.learning.distribution;

import java.util.random.RandomGenerator;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// A family of distributions over actions, whose parameters are what a network gives for each row.
public interface ActionDistribution {
  /// Numbers that the network must give for a row.
  int outputs();

  /// Numbers in an action.
  int actionSize();

  /// What a policy hands to [#logProbability], [#entropy] and a [Sampler]: its outputs, brought
  /// into the form that all three need.
  ///
  /// @param outputs `[rows][outputs]`
  Tensor prepare(GraphBuilder g, Tensor outputs);

  /// The logarithm of the probability, or of its density, of each row's action.
  ///
  /// @param prepared what [#prepare] gave
  /// @param actions `[rows][actionSize]`
  /// @return `[rows]`
  Tensor logProbability(GraphBuilder g, Tensor prepared, Tensor actions);

  /// The entropy of each row, in nats.
  ///
  /// @param prepared what [#prepare] gave
  /// @return `[rows]`
  Tensor entropy(GraphBuilder g, Tensor prepared);

  /// Draws actions for rows at a time.
  Sampler sampler(Kernels kernels, int rows);

  /// Draws from a family's distributions; has buffers of its own, so one thread's.
  interface Sampler {
    /// Draws anew what stays the same for some steps; most families have nothing of the kind.
    default void renew(RandomGenerator chance) {}

    /// Draws an action for each row.
    ///
    /// @param prepared values of what [ActionDistribution#prepare] gave
    /// @param actions takes `[rows][actionSize]`
    /// @param logProbabilities takes one for each row
    void sample(
        float[] prepared, float[] actions, float[] logProbabilities, RandomGenerator chance);

    /// The likeliest action of each row.
    void mode(float[] prepared, float[] actions);
  }
}
