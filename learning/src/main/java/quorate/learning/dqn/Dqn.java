package quorate.learning.dqn;

import java.util.Optional;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Priorities;
import quorate.learning.replay.SeveralSteps;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Deep Q-learning (V. Mnih et al., 2015), in the form of Stable-Baselines3, with what has been
/// added since as settings.
///
/// By turns it plays [Rounds#steps] steps of every copy, at random with a chance ε that falls, and
/// learns from steps that it remembers. The time limit of an episode does not end its value. The
/// same seed gives the same weights, bit for bit. Not for use by two threads.
public final class Dqn implements Learner {
  private final VectorEnvironment environment;
  private final DqnSettings settings;
  private final long total;
  private Philox chance;
  private final QNetwork network;
  private final QNetwork average;
  private final QNetwork.Judging acting;
  private final DqnStep step;
  private final Memory memory;
  private final SeveralSteps remembering;
  private final Optional<Priorities> priorities;

  private final float[] seen;
  private final float[] actions;
  private final int[] places;
  private long steps;

  /// @param environment has as many copies as the settings say and one choice to make; reset here
  /// @param total steps of all copies over which exploration falls and corrections rise
  /// @throws IllegalArgumentException when it has another number of copies or other actions, or
  ///   when its steps cannot be remembered
  public Dqn(
      Kernels kernels, VectorEnvironment environment, DqnSettings settings, long total, long seed) {
    int rows = environment.rows();
    if (rows != settings.copies()) {
      throw new IllegalArgumentException(
          "DQN's environment must have the %d copies of its settings, but %s had %d"
              .formatted(settings.copies(), environment.name(), rows));
    }
    if (!(environment.actionSpace() instanceof Space.Discrete choices)) {
      throw new IllegalArgumentException(
          "DQN's actions must be one of several choices, but those of %s were %s"
              .formatted(environment.name(), environment.actionSpace()));
    }
    this.environment = environment;
    this.settings = settings;
    this.total = total;
    this.chance = Philox.seeded(seed);
    int observationSize = environment.observationSpace().size();
    network = network(kernels, observationSize, choices.n(), settings, chance);
    acting = network.judging(rows);
    QNetwork target = network(kernels, observationSize, choices.n(), settings, chance);
    average = network(kernels, observationSize, choices.n(), settings, chance);
    step = new DqnStep(kernels, network, target, average, settings, ChoiceConservatism.none());
    memory = new Memory(settings.rounds().memory(), observationSize, 1);
    priorities =
        settings.priority() > 0
            ? Optional.of(new Priorities(settings.rounds().memory(), settings.priority()))
            : Optional.empty();
    remembering =
        new SeveralSteps(
            memory,
            rows,
            settings.returnSteps(),
            settings.learning().discount(),
            observationSize,
            1,
            place -> priorities.ifPresent(each -> each.welcome(place)));
    seen = new float[rows * observationSize];
    actions = new float[rows];
    places = new int[settings.rounds().minibatch()];
    environment.reset(seed);
  }

  private static QNetwork network(
      Kernels kernels, int observationSize, int choices, DqnSettings settings, Philox chance) {
    return new QNetwork(
        kernels,
        observationSize,
        choices,
        settings.learning().hidden(),
        settings.duelling(),
        chance);
  }

  @Override
  public String name() {
    return "DQN";
  }

  @Override
  public long steps() {
    return steps;
  }

  /// The running mean of the weights, which [#acting] acts by.
  @Override
  public Parameters parameters() {
    return average.parameters();
  }

  @Override
  public Acting acting(int rows) {
    return average.judging(rows)::best;
  }

  /// Acts by the weights in training themselves.
  QNetwork.Judging actingInTraining(int rows) {
    return network.judging(rows);
  }

  /// Plays the settings' steps in every copy, and learns once enough has been seen.
  @Override
  public void advance() {
    for (int i = 0; i < settings.rounds().steps(); i++) {
      play();
    }
    if (steps <= settings.learningStarts() || memory.size() == 0) {
      return;
    }
    for (int i = 0; i < settings.rounds().updates(); i++) {
      learn();
    }
  }

  private void play() {
    System.arraycopy(environment.observations(), 0, seen, 0, seen.length);
    choose();
    environment.step(actions);
    remembering.add(seen, actions, environment);
    long before = steps / settings.learning().targetEvery();
    steps += actions.length;
    if (steps / settings.learning().targetEvery() > before) {
      step.follow();
    }
  }

  /// The best choice, or with a chance of ε any.
  private void choose() {
    acting.best(seen, actions);
    double exploration = steps < settings.learningStarts() ? 1 : exploration();
    int choices = network.choices();
    for (int row = 0; row < actions.length; row++) {
      if (chance.nextDouble() < exploration) {
        actions[row] = chance.nextInt(choices);
      }
    }
  }

  private double exploration() {
    return settings.exploration().schedule().at(done());
  }

  private double done() {
    return Math.min(1, (double) steps / total);
  }

  private void learn() {
    if (priorities.isEmpty()) {
      memory.draw(chance, places);
      step.learn(memory, places);
      return;
    }
    double correction = settings.correction() + done() * (1 - settings.correction());
    priorities.get().draw(memory.size(), correction, chance, places, step.weights());
    float[] errors = step.learn(memory, places);
    priorities.get().learned(places, errors);
  }

  /// `loss` and `value` (the mean of Q) of the last minibatch, `exploration` (ε).
  @Override
  public void figures(FigureSink into) {
    into.figure("loss", step.loss());
    into.figure("value", step.meanValue());
    into.figure("exploration", exploration());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("DQN");
    out.number(steps);
    out.generator(chance);
    step.save(out);
    memory.save(out);
    remembering.save(out);
    priorities.ifPresent(each -> each.save(out));
    environment.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("DQN");
    steps = in.longInteger();
    chance = in.generator();
    step.load(in);
    memory.load(in);
    remembering.load(in);
    priorities.ifPresent(each -> each.load(in));
    environment.load(in);
  }
}
