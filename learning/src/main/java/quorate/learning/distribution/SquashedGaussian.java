package quorate.learning.distribution;

import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;

/// tanh of independent normal numbers: actions between −1 and 1 whose means and deviations both
/// depend on what is seen, as in SAC (T. Haarnoja et al., "Soft actor-critic", ICML 2018, appendix
/// C).
///
/// The outputs of a row are the means, then ln σ, which is held from −20 to 2. A draw is a function
/// of the outputs and of noise that is fed, so that gradients flow through it. There is no closed
/// form of the entropy; −ln π of a draw estimates it.
///
/// The logarithm of the density subtracts Σ ln(1 − tanh²u) from that of the normal numbers u. Since
/// 1 − tanh²u rounds to 0 from |u| ≈ 9 on, it is written as 2(ln 2 − u − softplus(−2u)), which is
/// the same and holds everywhere.
///
/// @param size numbers in an action, at least 1
public record SquashedGaussian(int size) {
  private static final float LEAST_LOG_DEVIATION = -20;
  private static final float MOST_LOG_DEVIATION = 2;

  /// Actions are held so far inside ±1 before their density is taken: there a float is still
  /// precise to 6 % of its distance from the border.
  private static final float INSIDE = 1 - 1e-6f;

  private static final float HALF_LOG_TWO_PI = (float) (0.5 * StrictMath.log(2 * Math.PI));
  private static final float TWICE_LOG_TWO = (float) (2 * StrictMath.log(2));

  public SquashedGaussian {
    if (size < 1) {
      throw new IllegalArgumentException("an action must have at least 1 number, but had " + size);
    }
  }

  /// Actions and what is known of them.
  ///
  /// @param actions `[rows][size]`, between −1 and 1
  /// @param logProbabilities `[rows]`, of their densities
  public record Drawn(Tensor actions, Tensor logProbabilities) {}

  /// Numbers that a network must give for a row: twice the action's.
  public int outputs() {
    return 2 * size;
  }

  /// Draws an action for each row, differentiably: tanh(μ + σ·noise).
  ///
  /// @param outputs `[rows][outputs]`
  /// @param noise `[rows][size]`, standard normal numbers
  public Drawn draw(GraphBuilder g, Tensor outputs, Tensor noise) {
    Tensor logDeviations = logDeviations(g, outputs);
    Tensor free = g.add(means(g, outputs), g.multiply(g.exp(logDeviations), noise));
    return new Drawn(g.tanh(free), logProbability(g, noise, logDeviations, free));
  }

  /// The logarithm of the density of actions that come from elsewhere.
  ///
  /// @param outputs `[rows][outputs]`
  /// @param actions `[rows][size]`, from −1 to 1; the border itself counts as 10⁻⁶ inside
  /// @return `[rows]`
  public Tensor logProbability(GraphBuilder g, Tensor outputs, Tensor actions) {
    Tensor inside = g.clip(actions, -INSIDE, INSIDE);
    Tensor ratio = g.divide(g.affine(inside, 1, 1), g.affine(inside, -1, 1));
    Tensor free = g.scale(g.log(ratio), 0.5f);
    Tensor logDeviations = logDeviations(g, outputs);
    Tensor noise = g.multiply(g.subtract(free, means(g, outputs)), g.exp(g.negate(logDeviations)));
    return logProbability(g, noise, logDeviations, free);
  }

  /// What is played without chance: tanh μ, the median of each number.
  ///
  /// @param outputs `[rows][outputs]`
  /// @return `[rows][size]`
  public Tensor median(GraphBuilder g, Tensor outputs) {
    return g.tanh(means(g, outputs));
  }

  private Tensor means(GraphBuilder g, Tensor outputs) {
    return g.slice(outputs, -1, 0, size);
  }

  private Tensor logDeviations(GraphBuilder g, Tensor outputs) {
    Tensor said = g.slice(outputs, -1, size, 2 * size);
    return g.clip(said, LEAST_LOG_DEVIATION, MOST_LOG_DEVIATION);
  }

  /// The logarithm of the density of tanh u, u = μ + σε: Σ −½ε² − ln σ − ½ ln 2π − 2(ln 2 − u −
  /// softplus(−2u)).
  ///
  /// @param noise ε, `[rows][size]` as all three
  /// @param logDeviations ln σ
  /// @param free u
  /// @return `[rows]`
  public static Tensor logProbability(
      GraphBuilder g, Tensor noise, Tensor logDeviations, Tensor free) {
    Tensor normal = g.subtract(g.scale(g.square(noise), -0.5f), logDeviations);
    Tensor half = g.add(free, g.softplus(g.scale(free, -2)));
    Tensor each = g.add(normal, g.affine(half, 2, -HALF_LOG_TWO_PI - TWICE_LOG_TWO));
    return g.sum(each, -1);
  }
}
