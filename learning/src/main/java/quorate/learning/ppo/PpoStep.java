package quorate.learning.ppo;

import quorate.learning.distribution.ActionDistribution;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.GradientNorm;
import quorate.learning.policy.ActorCritic;
import quorate.learning.rollout.Rollout;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// One step down the clipped objective on a minibatch, as a graph: gradients, clipping, Adam.
///
/// With r = π(a|s) / π_old(a|s): loss = −E[min(r·A, clip(r, 1 − ε, 1 + ε)·A)] + c_v·E[(R − V(s))²]
/// − c_e·E[H(π(·|s))]. J. Schulman et al., "Proximal policy optimization algorithms" (2017),
/// equations 7 and 9. ε is fed, so that it can fall while training.
public final class PpoStep implements Stateful {
  private static final double EPSILON = 1e-5;

  /// As Stable-Baselines3: an update may go half as far again as the limit says.
  private static final double KL_MARGIN = 1.5;

  private final Kernels kernels;
  private final ClippedObjective objective;
  private final Safeguards safeguards;
  private final Parameters parameters;
  private final Adam optimiser;
  private final Tensor observations;
  private final Tensor actions;
  private final Tensor oldLogProbabilities;
  private final Tensor advantages;
  private final Tensor returns;
  private final Tensor least;
  private final Tensor most;
  private final Tensor logRatios;
  private final Tensor loss;
  private final Graph graph;

  /// What a policy says of a minibatch of steps, declared and not yet closed.
  ///
  /// @param g where it is declared
  /// @param observations fed with all steps, one after the other
  /// @param prepared for the policy's distribution, `[minibatch]…`
  /// @param values `[minibatch]`
  record Said(GraphBuilder g, Tensor observations, Tensor prepared, Tensor values) {
    static Said of(Kernels kernels, ActorCritic policy, int batch) {
      GraphBuilder g = new GraphBuilder(kernels);
      Tensor observations = g.input("observations", batch, policy.observationSize());
      return new Said(g, observations, policy.act(g, observations), policy.value(g, observations));
    }
  }

  public PpoStep(Kernels kernels, ActorCritic policy, PpoSettings settings) {
    this(
        kernels,
        settings.objective(),
        settings.safeguards(),
        policy.parameters(),
        policy.distribution(),
        Said.of(kernels, policy, settings.updates().minibatch()));
  }

  PpoStep(
      Kernels kernels,
      ClippedObjective objective,
      Safeguards safeguards,
      Parameters parameters,
      ActionDistribution distribution,
      Said said) {
    this.kernels = kernels;
    this.objective = objective;
    this.safeguards = safeguards;
    this.parameters = parameters;
    this.optimiser = new Adam(kernels, parameters, Adam.Settings.defaults().withEpsilon(EPSILON));
    int batch = said.values().shape().size(0);
    GraphBuilder g = said.g();
    observations = said.observations();
    actions = g.input("actions", batch, distribution.actionSize());
    oldLogProbabilities = g.input("old log probabilities", batch);
    advantages = g.input("advantages", batch);
    returns = g.input("returns", batch);
    least = g.input("1 − ε", 1);
    most = g.input("1 + ε", 1);

    Tensor logProbabilities = distribution.logProbability(g, said.prepared(), actions);
    logRatios = g.subtract(logProbabilities, oldLogProbabilities);
    Tensor ratios = g.exp(logRatios);
    Tensor held = g.minimum(g.maximum(ratios, least), most);
    Tensor gain = g.mean(g.minimum(g.multiply(ratios, advantages), g.multiply(held, advantages)));
    Tensor error = g.mean(g.square(g.subtract(returns, said.values())));
    Tensor total = g.subtract(g.scale(error, (float) objective.valueWeight()), gain);
    if (objective.entropyWeight() > 0) {
      Tensor entropy = g.mean(distribution.entropy(g, said.prepared()));
      total = g.subtract(total, g.scale(entropy, (float) objective.entropyWeight()));
    }
    loss = total;
    graph = g.training(total);
  }

  /// Learns from a minibatch.
  ///
  /// @param chosen places in the rollout; those from `from` on are taken
  /// @param rate learning rate
  /// @param clip ε
  /// @return whether the step was taken: false where the policy has moved too far before it
  public boolean learn(Rollout rollout, int[] chosen, int from, double rate, double clip) {
    rollout.copy(
        chosen,
        from,
        advantages.values().length,
        observations.values(),
        actions.values(),
        oldLogProbabilities.values(),
        advantages.values(),
        returns.values());
    if (safeguards.normaliseAdvantages()) {
      Rollout.standardise(advantages.values());
    }
    least.set((float) (1 - clip));
    most.set((float) (1 + clip));
    graph.forward();
    if (safeguards.klLimit() > 0 && divergence() > KL_MARGIN * safeguards.klLimit()) {
      return false;
    }
    parameters.clearGradients();
    graph.backward();
    double norm = GradientNorm.of(kernels, parameters);
    optimiser.step(rate, GradientNorm.clip(norm, objective.maxGradientNorm()));
    return true;
  }

  /// The loss of the last minibatch.
  public float loss() {
    return loss.value();
  }

  /// How far the policy has moved on the last minibatch, in nats: E[(r − 1) − ln r] (J. Schulman,
  /// "Approximating KL divergence", 2020).
  public double divergence() {
    double sum = 0;
    float[] logs = logRatios.values();
    for (float each : logs) {
      sum += StrictMath.expm1(each) - each;
    }
    return sum / logs.length;
  }

  /// The optimiser's moments; the policy's weights are the policy's.
  @Override
  public void save(StateWriter out) {
    optimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    optimiser.load(in);
  }
}
