package quorate.learning.ppo;

import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.environment.RunningMoments;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.policy.RecurrentActorCritic;
import quorate.learning.rollout.Outcomes;
import quorate.learning.rollout.Rollout;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.weights.NamedTensor;

/// Proximal policy optimisation for worlds that do not show all that matters: actor and critic
/// remember what they have seen with an LSTM each, as the `RecurrentPPO` of Stable-Baselines3's
/// contributions.
///
/// It plays and learns as [Ppo] does, with these differences. What the LSTMs hold goes on from
/// rollout to rollout and is forgotten where an episode begins. A minibatch has whole sequences of
/// [RecurrentPpoSettings#sequence] steps of one copy, each from the state that the networks were in
/// when they played it. sb3-contrib cuts sequences where episodes begin and pads them to the
/// longest; here all have one length and episodes may begin inside, where the state starts from 0
/// and no gradient passes, which is the same sum without padding and lets the graph be static. The
/// stored states are those of the weights that played, in both, so they age by an update's epochs.
///
/// What a time limit cut off is judged from the memory of the episode that it cut.
///
/// Observations are normalised in here when the settings say so: the environment that is handed in,
/// and what is handed to [#acting], are as the world shows them. The same seed gives the same
/// weights, bit for bit. Not for use by two threads.
public final class RecurrentPpo implements Learner {
  private final VectorEnvironment environment;
  private final Normalised normalised;
  private final RecurrentPpoSettings settings;
  private final long total;
  private Philox chance;
  private final RecurrentActorCritic policy;
  private final RecurrentActorCritic.Acting acting;
  private final RecurrentPpoStep step;
  private final Rollout rollout;
  private final Sequences sequences;

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
  public RecurrentPpo(
      Kernels kernels,
      VectorEnvironment world,
      RecurrentPpoSettings settings,
      long total,
      long seed) {
    int rows = world.rows();
    if (rows != settings.copies()) {
      throw new IllegalArgumentException(
          "recurrent PPO's environment must have the %d copies of its settings, but %s had %d"
              .formatted(settings.copies(), world.name(), rows));
    }
    this.settings = settings;
    this.total = total;
    this.chance = Philox.seeded(seed);
    normalised =
        Normalised.of(
            world,
            settings.safeguards().normaliseObservations(),
            settings.safeguards().normaliseRewards(),
            settings.objective().discount());
    environment = normalised.environment();
    int observationSize = world.observationSpace().size();
    policy =
        new RecurrentActorCritic(
            kernels, observationSize, world.actionSpace(), settings.design(), chance);
    acting = policy.acting(rows);
    step = new RecurrentPpoStep(kernels, policy, settings);
    int actionSize = policy.distribution().actionSize();
    rollout = new Rollout(settings.updates().steps(), rows, observationSize, actionSize);
    sequences =
        new Sequences(
            settings.updates().steps(), rows, settings.sequence(), settings.design().memory());
    actionSpace = environment.actionSpace();
    actions = new float[rows * actionSize];
    played = new float[rows * actionSize];
    logProbabilities = new float[rows];
    outcomes = new Outcomes(rows);
    order = new int[sequences.count()];
    environment.reset(seed);
  }

  public RecurrentActorCritic policy() {
    return policy;
  }

  /// What observations are normalised by.
  ///
  /// @throws IllegalStateException when the settings say that they are not
  public RunningMoments moments() {
    return normalised.moments();
  }

  /// Not 0 for copies whose next step is the first of an episode.
  float[] starts() {
    return acting.starts();
  }

  @Override
  public String name() {
    return "recurrent PPO";
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
    RecurrentActorCritic.Acting likeliest = policy.acting(rows);
    float[] seen = new float[rows * policy.observationSize()];
    return new Acting() {
      @Override
      public void begin(int row) {
        likeliest.begin(row);
      }

      @Override
      public void act(float[] observations, float[] into) {
        likeliest.mode(normalised.seen(observations, seen), into);
        actionSpace.hold(into);
      }
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
    for (int t = 0; !rollout.isFull(); t++) {
      sequences.note(t, acting);
      float[] seen = environment.observations();
      float[] values = acting.sample(seen, actions, logProbabilities, chance);
      rollout.add(seen, actions, logProbabilities, values);
      environment.step(insideSpace());
      takeOutcomes();
      rollout.complete(outcomes.rewards(), outcomes.ended());
      steps += environment.rows();
    }
    rollout.estimate(
        acting.values(environment.observations()),
        settings.objective().discount(),
        settings.objective().lambda());
  }

  /// Numbers outside their space are played at the border and learned from as they were drawn.
  private float[] insideSpace() {
    System.arraycopy(actions, 0, played, 0, played.length);
    actionSpace.hold(played);
    return played;
  }

  /// An episode that was cut is judged before its memory is forgotten.
  private void takeOutcomes() {
    if (outcomes.take(environment.rewards(), environment.dones())) {
      outcomes.addValuesOfTheCut(
          acting.values(environment.finalObservations()), settings.objective().discount());
    }
    boolean[] ended = outcomes.ended();
    for (int row = 0; row < ended.length; row++) {
      if (ended[row]) {
        acting.begin(row);
      }
    }
  }

  private void update(double rate, double clip) {
    for (int epoch = 0; epoch < settings.updates().epochs(); epoch++) {
      chance.order(order);
      for (int at = 0; at < order.length; at += step.rows()) {
        if (!step.learn(rollout, sequences, order, at, rate, clip)) {
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
    out.mark("recurrent PPO");
    out.number(steps);
    out.generator(chance);
    policy.parameters().save(out);
    step.save(out);
    acting.save(out);
    environment.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("recurrent PPO");
    steps = in.longInteger();
    chance = in.generator();
    policy.parameters().load(in);
    step.load(in);
    acting.load(in);
    environment.load(in);
  }
}
