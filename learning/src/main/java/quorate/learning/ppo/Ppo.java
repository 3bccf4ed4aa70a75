package quorate.learning.ppo;

import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.environment.RunningMoments;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.policy.ActorCritic;
import quorate.learning.rollout.Outcomes;
import quorate.learning.rollout.Rollout;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.weights.NamedTensor;

/// Proximal policy optimisation (J. Schulman, F. Wolski, P. Dhariwal, A. Radford and O. Klimov,
/// 2017), in the form of Stable-Baselines3.
///
/// By turns it plays [Updates#steps] steps of every copy and learns from them in minibatches. What
/// an episode that was cut by its time limit would still have earned is in its last reward as the
/// critic's value.
///
/// Observations and rewards are normalised in here when the settings say so: the environment that
/// is handed in, and what is handed to [#acting], are as the world shows them. The same seed gives
/// the same weights, bit for bit. Not for use by two threads.
public final class Ppo implements Learner {
  private final VectorEnvironment environment;
  private final Normalised normalised;
  private final PpoSettings settings;
  private final long total;
  private Philox chance;
  private final ActorCritic policy;
  private final ActorCritic.Acting acting;
  private final PpoStep step;
  private final Rollout rollout;

  private final Space actionSpace;
  private final float[] actions;
  private final float[] played;
  private final float[] logProbabilities;
  private final Outcomes outcomes;
  private final int[] order;
  private long steps;

  /// @param world has as many copies as the settings say; reset here
  /// @param total steps of all copies over which falling rates fall to 0
  /// @throws IllegalArgumentException when it has another number of copies
  public Ppo(
      Kernels kernels, VectorEnvironment world, PpoSettings settings, long total, long seed) {
    int rows = world.rows();
    if (rows != settings.copies()) {
      throw new IllegalArgumentException(
          "PPO's environment must have the %d copies of its settings, but %s had %d"
              .formatted(settings.copies(), world.name(), rows));
    }
    normalised =
        Normalised.of(
            world,
            settings.safeguards().normaliseObservations(),
            settings.safeguards().normaliseRewards(),
            settings.objective().discount());
    environment = normalised.environment();
    this.settings = settings;
    this.total = total;
    this.chance = Philox.seeded(seed);
    int observationSize = environment.observationSpace().size();
    policy =
        new ActorCritic(
            kernels, observationSize, environment.actionSpace(), settings.design(), chance);
    acting = policy.acting(rows);
    step = new PpoStep(kernels, policy, settings);
    int actionSize = policy.distribution().actionSize();
    rollout = new Rollout(settings.updates().steps(), rows, observationSize, actionSize);
    actionSpace = environment.actionSpace();
    actions = new float[rows * actionSize];
    played = new float[rows * actionSize];
    logProbabilities = new float[rows];
    outcomes = new Outcomes(rows);
    order = new int[rollout.size()];
    environment.reset(seed);
  }

  public ActorCritic policy() {
    return policy;
  }

  /// What observations are normalised by.
  ///
  /// @throws IllegalStateException when the settings say that they are not
  public RunningMoments moments() {
    return normalised.moments();
  }

  @Override
  public String name() {
    return "PPO";
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Parameters parameters() {
    return policy.parameters();
  }

  @Override
  public List<NamedTensor> besidesWeights() {
    return normalised.tensors();
  }

  /// The likeliest actions, held inside their space, of what the world shows.
  @Override
  public Acting acting(int rows) {
    ActorCritic.Acting likeliest = policy.acting(rows);
    float[] buffer = new float[rows * environment.observationSpace().size()];
    return (observations, into) -> {
      likeliest.mode(normalised.seen(observations, buffer), into);
      actionSpace.hold(into);
    };
  }

  /// Plays the settings' steps in every copy and learns from them.
  @Override
  public void advance() {
    double done = (double) steps / total;
    play();
    update(settings.objective().rates().at(done), settings.clips().at(done));
  }

  private void play() {
    rollout.clear();
    acting.renew(chance);
    for (int t = 0; !rollout.isFull(); t++) {
      if (settings.noiseSteps() > 0 && t > 0 && t % settings.noiseSteps() == 0) {
        acting.renew(chance);
      }
      float[] seen = environment.observations();
      float[] values = acting.sample(seen, actions, logProbabilities, chance);
      rollout.add(seen, actions, logProbabilities, values);
      environment.step(insideSpace());
      if (outcomes.take(environment.rewards(), environment.dones())) {
        outcomes.addValuesOfTheCut(
            acting.values(environment.finalObservations()), settings.objective().discount());
      }
      rollout.complete(outcomes.rewards(), outcomes.ended());
      steps += environment.rows();
    }
    rollout.estimate(
        acting.values(environment.observations()),
        settings.objective().discount(),
        settings.objective().lambda());
  }

  /// A normal action may fall outside its space; it is played at the border and learned from as it
  /// was drawn.
  private float[] insideSpace() {
    System.arraycopy(actions, 0, played, 0, played.length);
    actionSpace.hold(played);
    return played;
  }

  private void update(double rate, double clip) {
    for (int epoch = 0; epoch < settings.updates().epochs(); epoch++) {
      chance.order(order);
      for (int at = 0; at < order.length; at += settings.updates().minibatch()) {
        if (!step.learn(rollout, order, at, rate, clip)) {
          return;
        }
      }
    }
  }

  /// `loss` and `divergence` of the last minibatch, `explained_variance` of the last rollout.
  @Override
  public void figures(FigureSink into) {
    into.figure("loss", step.loss());
    into.figure("divergence", step.divergence());
    into.figure("explained_variance", rollout.explainedVariance());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("PPO");
    out.number(steps);
    out.generator(chance);
    policy.parameters().save(out);
    step.save(out);
    environment.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("PPO");
    steps = in.longInteger();
    chance = in.generator();
    policy.parameters().load(in);
    step.load(in);
    environment.load(in);
  }
}
