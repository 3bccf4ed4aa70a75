package quorate.learning.mappo;

import quorate.domain.chance.Philox;
import quorate.learning.environment.MultiAgentEnvironment;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.rollout.Outcomes;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Multi-agent proximal policy optimisation (C. Yu, A. Velu, E. Vinitsky, J. Gao, Y. Wang, A. Bayen
/// and Y. Wu, "The surprising effectiveness of PPO in cooperative multi-agent games", NeurIPS
/// 2022).
///
/// By turns it plays steps of every copy and learns from them in minibatches, as many and of the
/// size that [MappoSettings#updates] says. Each agent acts on what it sees; the critic sees the
/// central state and serves in training alone. What an episode that was cut by its time limit would
/// still have earned is in its last reward as the critic's value. Steps are counted by copies, not
/// by agents. The same seed gives the same weights, bit for bit. Not for use by two threads.
public final class Mappo implements Learner {
  private final MultiAgentEnvironment environment;
  private final MappoSettings settings;
  private final long total;
  private Philox chance;
  private final TeamPolicy policy;
  private final TeamPolicy.Acting acting;
  private final ValueScale scale;
  private final MappoStep step;
  private final TeamRollout rollout;

  private final float[] actions;
  private final float[] logProbabilities;
  private final float[] values;
  private final Outcomes outcomes;
  private final int[] order;
  private long steps;

  /// @param environment has as many copies as the settings say; reset here
  /// @param total steps of all copies over which falling rates fall to 0
  /// @throws IllegalArgumentException when it has another number of copies or its actions are no
  ///   choices
  public Mappo(
      Kernels kernels,
      MultiAgentEnvironment environment,
      MappoSettings settings,
      long total,
      long seed) {
    if (environment.copies() != settings.copies()) {
      throw new IllegalArgumentException(
          "MAPPO's environment must have the %d copies of its settings, but %s had %d"
              .formatted(settings.copies(), environment.name(), environment.copies()));
    }
    this.environment = environment;
    this.settings = settings;
    this.total = total;
    chance = Philox.seeded(seed);
    policy = new TeamPolicy(kernels, environment, settings, chance);
    acting = policy.acting(settings.copies());
    scale = new ValueScale(settings.normaliseValues());
    step = new MappoStep(kernels, policy, scale, settings);
    rollout =
        new TeamRollout(environment, settings.updates().steps(), settings.updates().minibatch());
    int rows = environment.rows();
    actions = new float[rows * policy.distribution().actionSize()];
    logProbabilities = new float[rows];
    values = new float[rows];
    outcomes = new Outcomes(rows);
    order = new int[rollout.size()];
    environment.reset(seed);
  }

  public TeamPolicy policy() {
    return policy;
  }

  @Override
  public String name() {
    return "MAPPO";
  }

  @Override
  public long steps() {
    return steps;
  }

  /// Actors and critic.
  @Override
  public Parameters parameters() {
    return policy.parameters();
  }

  /// Where choices may be closed, [TeamPolicy#acting] is told which.
  ///
  /// @param rows those of whole teams, `copy × agents + agent`
  /// @throws IllegalArgumentException when the last team is not whole
  /// @throws IllegalStateException when choices of this world may be closed
  @Override
  public Acting acting(int rows) {
    if (rows % policy.agents() != 0) {
      throw new IllegalArgumentException(
          "rows must be whole teams of %d agents, but were %d (%s)"
              .formatted(policy.agents(), rows, environment.name()));
    }
    if (environment.hasActionMasks()) {
      throw new IllegalStateException(
          "who acts in %s must know which choices are closed: use policy().acting"
              .formatted(environment.name()));
    }
    TeamPolicy.Acting team = policy.acting(rows / policy.agents());
    byte[] allOpen = {};
    return (observations, into) -> team.mode(observations, allOpen, into);
  }

  /// Plays the settings' steps in every copy and learns from them.
  @Override
  public void advance() {
    double done = (double) steps / total;
    play();
    update(settings.objective().rates().at(done), settings.entropyWeights().at(done));
  }

  private void play() {
    rollout.clear();
    while (!rollout.isFull()) {
      acting.sample(
          environment.observations(), environment.actionMasks(), actions, logProbabilities, chance);
      judge(environment.centralStates());
      rollout.add(environment, actions, logProbabilities, values);
      environment.step(actions);
      if (outcomes.take(environment.rewards(), environment.dones())) {
        judge(environment.finalCentralStates());
        outcomes.addValuesOfTheCut(values, settings.objective().discount());
      }
      rollout.complete(outcomes.rewards(), outcomes.ended());
      steps += environment.copies();
    }
    judge(environment.centralStates());
    rollout.estimate(values, settings.objective().discount(), settings.objective().lambda());
  }

  private void judge(float[] centralStates) {
    scale.restore(acting.values(centralStates), values);
  }

  private void update(double rate, double weightOfEntropy) {
    for (int epoch = 0; epoch < settings.updates().epochs(); epoch++) {
      chance.order(order);
      for (int at = 0; at < order.length; at += settings.updates().minibatch()) {
        step.learn(rollout, order, at, rate, weightOfEntropy);
      }
    }
  }

  /// `loss`, `critic_loss`, `divergence` and `entropy` (nats of an agent) of the last minibatch,
  /// `explained_variance` of the last rollout.
  @Override
  public void figures(FigureSink into) {
    into.figure("loss", step.loss());
    into.figure("critic_loss", step.criticLoss());
    into.figure("divergence", step.divergence());
    into.figure("entropy", step.entropy());
    into.figure("explained_variance", rollout.explainedVariance());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("MAPPO");
    out.number(steps);
    out.generator(chance);
    policy.parameters().save(out);
    scale.save(out);
    step.save(out);
    environment.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("MAPPO");
    steps = in.longInteger();
    chance = in.generator();
    policy.parameters().load(in);
    scale.load(in);
    step.load(in);
    environment.load(in);
  }
}
