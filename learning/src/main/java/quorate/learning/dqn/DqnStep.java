package quorate.learning.dqn;

import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.AverageWeights;
import quorate.learning.optimiser.GradientNorm;
import quorate.learning.replay.Memory;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// One step towards Bellman's equation on a minibatch: y = R + γ′·maxₐ Q⁻(s′, a) with the target
/// network Q⁻, or doubled y = R + γ′·Q⁻(s′, argmaxₐ Q(s′, a)); loss = E[w·huber(y − Q(s, a))]. V.
/// Mnih et al., "Human-level control through deep reinforcement learning" (Nature, 2015).
///
/// A conservative step adds κ·E[ln Σₐ e^Q(s, a) − Q(s, a)], which holds down what the memory does
/// not show (A. Kumar et al., "Conservative Q-learning", 2020, equation 4); that is κ times the
/// cross-entropy of the choices made.
public final class DqnStep implements Stateful {
  private final Kernels kernels;
  private final QLearning learning;
  private final Parameters parameters;
  private final AverageWeights target;
  private final AverageWeights average;
  private final Adam optimiser;
  private final QNetwork.Judging judge;
  private final QNetwork.Judging targetJudge;

  private final Tensor observations;
  private final Tensor actions;
  private final Tensor targets;
  private final Tensor weights;
  private final Tensor chosen;
  private final Tensor loss;
  private final Graph graph;

  private final float[] rewards;
  private final float[] discounts;
  private final float[] errors;

  /// @param target of the same form, whose parameters become those of `network` here
  /// @param average of the same form too; the running mean of `network`, or that itself
  /// @param conservatism κ, 0 for none
  public DqnStep(
      Kernels kernels,
      QNetwork network,
      QNetwork target,
      QNetwork average,
      DqnSettings settings,
      ChoiceConservatism conservatism) {
    this.kernels = kernels;
    learning = settings.learning();
    parameters = network.parameters();
    this.target =
        new AverageWeights(kernels, target.parameters(), parameters, learning.targetPart());
    this.average =
        new AverageWeights(kernels, average.parameters(), parameters, learning.averagePart());
    optimiser = new Adam(kernels, parameters, Adam.Settings.defaults());
    int batch = settings.rounds().minibatch();
    judge = network.judging(batch);
    targetJudge = target.judging(batch);

    GraphBuilder g = new GraphBuilder(kernels);
    observations = g.input("observations", batch, network.observationSize());
    actions = g.input("actions", batch);
    targets = g.input("targets", batch);
    weights = g.input("weights", batch);
    java.util.Arrays.fill(weights.values(), 1f);
    Tensor all = network.apply(g, observations);
    chosen = g.pick(all, actions);
    Tensor off = g.subtract(targets, chosen);
    Tensor costs = conservatism.squared() ? g.scale(g.square(off), 0.5f) : huber(g, off);
    Tensor total = g.mean(settings.priority() > 0 ? g.multiply(weights, costs) : costs);
    if (conservatism.weight() > 0) {
      float temperature = (float) conservatism.temperature();
      Tensor gap = g.losses().crossEntropy(g.scale(all, 1 / temperature), actions);
      total = g.add(total, g.scale(gap, (float) conservatism.weight() * temperature));
    }
    loss = total;
    graph = g.training(total);
    rewards = new float[batch];
    discounts = new float[batch];
    errors = new float[batch];
  }

  private static Tensor huber(GraphBuilder g, Tensor off) {
    Tensor distance = g.absolute(off);
    Tensor near = g.clip(distance, 0, 1);
    return g.multiply(near, g.subtract(distance, g.scale(near, 0.5f)));
  }

  /// What the chosen steps count in the next loss; all 1 at first.
  float[] weights() {
    return weights.values();
  }

  /// Learns from chosen steps.
  ///
  /// @return the error y − Q(s, a) of each before the step, overwritten at the next call
  public float[] learn(Memory memory, int[] places) {
    memory.copy(
        places, observations.values(), actions.values(), rewards, targetJudge.seen(), discounts);
    findTargets();
    graph.forward();
    parameters.clearGradients();
    graph.backward();
    double norm = GradientNorm.of(kernels, parameters);
    optimiser.step(learning.rate(), GradientNorm.clip(norm, learning.maxGradientNorm()));
    average.follow();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = targets.values()[i] - chosen.values()[i];
    }
    return errors;
  }

  private void findTargets() {
    float[] judged = targetJudge.judge();
    float[] picking = judged;
    if (learning.doubled()) {
      System.arraycopy(targetJudge.seen(), 0, judge.seen(), 0, judge.seen().length);
      picking = judge.judge();
    }
    int choices = judged.length / rewards.length;
    for (int row = 0; row < rewards.length; row++) {
      float value = judged[row * choices + judge.best(picking, row)];
      targets.values()[row] = Math.fma(discounts[row], value, rewards[row]);
    }
  }

  /// Lets the target network follow.
  public void follow() {
    target.follow();
  }

  /// The loss of the last minibatch.
  public float loss() {
    return loss.value();
  }

  /// The mean of Q over the last minibatch, of the choices made.
  public double meanValue() {
    return kernels.sum(errors.length, chosen.values(), 0) / (double) errors.length;
  }

  @Override
  public void save(StateWriter out) {
    parameters.save(out);
    target.save(out);
    average.save(out);
    optimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    parameters.load(in);
    target.load(in);
    average.load(in);
    optimiser.load(in);
  }
}
