package quorate.learning.mappo;

import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.GradientNorm;
import quorate.learning.rollout.Rollout;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// One step down the clipped objective on a minibatch, as a graph: gradients, clipping, Adam.
///
/// Over steps and agents, with r = π(a|o) / π_old(a|o): loss = −E[min(r·A, clip(r, 1 − ε, 1 +
/// ε)·A)] − c_e·E[H(π(·|o))] + c_v·E[huber(V(s) − R)], R on the scale of the values. C. Yu et al.
/// (2022), equations 1 and 2 without the clipping of values.
final class MappoStep implements Stateful {
  private static final double EPSILON = 1e-5;

  private final Kernels kernels;
  private final MappoSettings settings;
  private final Parameters parameters;
  private final ValueScale scale;
  private final Adam optimiser;
  private final Tensor observations;
  private final Tensor centralStates;
  private final @Nullable Tensor masks;
  private final Tensor actions;
  private final Tensor oldLogProbabilities;
  private final Tensor advantages;
  private final Tensor returns;
  private final Tensor entropyWeight;
  private final Tensor logRatios;
  private final Tensor entropy;
  private final Tensor error;
  private final Tensor loss;
  private final Graph graph;

  MappoStep(Kernels kernels, TeamPolicy policy, ValueScale scale, MappoSettings settings) {
    this.kernels = kernels;
    this.settings = settings;
    this.parameters = policy.parameters();
    this.scale = scale;
    this.optimiser = new Adam(kernels, parameters, Adam.Settings.defaults().withEpsilon(EPSILON));
    int batch = settings.updates().minibatch();
    int rows = batch * policy.agents();
    GraphBuilder g = new GraphBuilder(kernels);
    observations = g.input("observations", rows, policy.observationSize());
    centralStates = policy.centralInput(g, batch);
    masks = policy.maskInput(g, rows);
    actions = g.input("actions", rows, policy.distribution().actionSize());
    oldLogProbabilities = g.input("old log probabilities", rows);
    advantages = g.input("advantages", rows);
    returns = g.input("returns", rows);
    entropyWeight = g.input("entropy weight", 1);

    Tensor said = policy.act(g, observations, masks);
    logRatios =
        g.subtract(policy.distribution().logProbability(g, said, actions), oldLogProbabilities);
    Tensor ratios = g.exp(logRatios);
    float clip = (float) settings.objective().clip();
    Tensor held = g.clip(ratios, 1 - clip, 1 + clip);
    Tensor gain = g.mean(g.minimum(g.multiply(ratios, advantages), g.multiply(held, advantages)));
    entropy = g.mean(policy.distribution().entropy(g, said));
    error = g.losses().huber(policy.value(g, centralStates), returns, (float) settings.huber());
    loss =
        g.subtract(
            g.scale(error, (float) settings.objective().valueWeight()),
            g.add(gain, g.sum(g.multiply(entropyWeight, entropy))));
    graph = g.training(loss);
  }

  /// Learns from a minibatch.
  ///
  /// @param chosen steps of the rollout; those from `from` on are taken
  void learn(TeamRollout rollout, int[] chosen, int from, double rate, double weightOfEntropy) {
    rollout.copy(
        chosen,
        from,
        settings.updates().minibatch(),
        observations.values(),
        centralStates.values(),
        masks == null ? new float[0] : masks.values(),
        actions.values(),
        oldLogProbabilities.values(),
        advantages.values(),
        returns.values());
    Rollout.standardise(advantages.values());
    scale.learn(returns.values());
    entropyWeight.set((float) weightOfEntropy);
    graph.forward();
    parameters.clearGradients();
    graph.backward();
    double norm = GradientNorm.of(kernels, parameters);
    optimiser.step(rate, GradientNorm.clip(norm, settings.objective().maxGradientNorm()));
  }

  /// Of the last minibatch.
  float loss() {
    return loss.value();
  }

  /// The critic's error on the last minibatch, on the scale of the values.
  float criticLoss() {
    return error.value();
  }

  /// Mean entropy of an agent on the last minibatch, in nats.
  float entropy() {
    return entropy.value();
  }

  /// How far the actors have moved on the last minibatch, in nats: E[(r − 1) − ln r] (J. Schulman,
  /// "Approximating KL divergence", 2020).
  double divergence() {
    double sum = 0;
    float[] logs = logRatios.values();
    for (float each : logs) {
      sum += StrictMath.expm1(each) - each;
    }
    return sum / logs.length;
  }

  /// The optimiser's moments; weights and the scale are their owners'.
  @Override
  public void save(StateWriter out) {
    optimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    optimiser.load(in);
  }
}
