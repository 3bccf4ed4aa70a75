package quorate.learning.sac;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.learning.distribution.SquashedGaussian;
import quorate.learning.graph.Activation;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.layer.Mlp;

/// Explores by a function of what is seen that stays for a while, so that the same sight gives the
/// same action and motion is smooth: u = μ(s) + θ·φ(s) with the last hidden layer φ and θ ~ N(0,
/// σ²), drawn anew for each round; the action is tanh u. A. Raffin, J. Kober and F. Stulp, "Smooth
/// exploration for robotic reinforcement learning" (gSDE, CoRL 2021).
///
/// Given s, u is normal with the variance Σ φ²·σ². ln σ `[features][action]` are parameters. Means
/// are held in ±2, as Stable-Baselines3 does against actions that stick to their bounds.
final class StateNoise implements Actor {
  private static final float MOST_MEAN = 2;

  /// Keeps the deviation of a row without features from being 0.
  private static final float LEAST_VARIANCE = 1e-6f;

  private final Parameters parameters = new Parameters();
  private final Mlp features;
  private final Mlp means;
  private final Tensor logDeviations;
  private final int featureCount;
  private final int actionSize;

  StateNoise(int observationSize, int actionSize, SacSettings settings, RandomGenerator chance) {
    this.actionSize = actionSize;
    featureCount = settings.learning().hidden().getLast();
    features =
        Mlp.even(
            parameters,
            "actor",
            observationSize,
            settings.learning().hidden(),
            Activation.RELU,
            Activation.RELU,
            chance);
    means =
        Mlp.even(
            parameters,
            "actor.mean",
            featureCount,
            List.of(actionSize),
            Activation.RELU,
            Activation.NONE,
            chance);
    logDeviations = parameters.add("actor.log_std", featureCount, actionSize);
    Arrays.fill(logDeviations.values(), (float) settings.logDeviation());
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  /// A function for each row.
  @Override
  public Tensor actingNoise(GraphBuilder g, int rows) {
    return g.input("noise", rows, featureCount, actionSize);
  }

  /// One function for all rows.
  @Override
  public Tensor learningNoise(GraphBuilder g, int rows) {
    return g.input("noise", featureCount, actionSize);
  }

  @Override
  public boolean keepsNoise() {
    return true;
  }

  @Override
  public SquashedGaussian.Drawn draw(GraphBuilder g, Tensor observations, Tensor noise) {
    int rows = observations.shape().size(0);
    Tensor seen = features.apply(g, observations);
    Tensor deviations = g.exp(logDeviations);
    Tensor function = g.multiply(noise, deviations);
    Tensor explored =
        noise.shape().rank() == 2
            ? g.multiplyMatrices(seen, function)
            : g.reshape(
                g.multiplyMatrices(g.reshape(seen, rows, 1, featureCount), function),
                rows,
                actionSize);
    Tensor free = g.add(mean(g, seen), explored);
    Tensor variances =
        g.affine(g.multiplyMatrices(g.square(seen), g.square(deviations)), 1, LEAST_VARIANCE);
    Tensor logs = g.scale(g.log(variances), 0.5f);
    Tensor standard = g.multiply(explored, g.exp(g.negate(logs)));
    return new SquashedGaussian.Drawn(
        g.tanh(free), SquashedGaussian.logProbability(g, standard, logs, free));
  }

  private Tensor mean(GraphBuilder g, Tensor seen) {
    return g.clip(means.apply(g, seen), -MOST_MEAN, MOST_MEAN);
  }

  @Override
  public Tensor median(GraphBuilder g, Tensor observations) {
    return g.tanh(mean(g, features.apply(g, observations)));
  }
}
