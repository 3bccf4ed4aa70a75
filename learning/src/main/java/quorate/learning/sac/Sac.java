package quorate.learning.sac;

import quorate.domain.chance.Philox;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.replay.Memory;
import quorate.learning.replay.SeveralSteps;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Soft actor-critic (T. Haarnoja, A. Zhou, P. Abbeel and S. Levine, 2018), in the form of
/// Stable-Baselines3.
///
/// By turns it plays [Rounds#steps] steps of every copy and learns from steps that it remembers.
/// The actor's −1…1 is stretched to the bounds of the actions. The time limit of an episode does
/// not end its value. The same seed gives the same weights, bit for bit. Not for use by two
/// threads.
public final class Sac implements Learner {
  private final Kernels kernels;
  private final VectorEnvironment environment;
  private final SacSettings settings;
  private Philox chance;
  private final Actor actor;
  private final Critics critics;
  private final SacStep step;
  private final Memory memory;
  private final SeveralSteps remembering;
  private final Bounds bounds;

  private final Tensor acted;
  private final Tensor noise;
  private final Tensor drawn;
  private final Graph acting;

  private final float[] actions;
  private final float[] played;
  private final int[] places;
  private long steps;

  /// @param environment has as many copies as the settings say and bounded actions; reset here
  /// @throws IllegalArgumentException when it has another number of copies or other actions, or
  ///   when its steps cannot be remembered
  public Sac(Kernels kernels, VectorEnvironment environment, SacSettings settings, long seed) {
    int rows = environment.rows();
    if (rows != settings.copies()) {
      throw new IllegalArgumentException(
          "SAC's environment must have the %d copies of its settings, but %s had %d"
              .formatted(settings.copies(), environment.name(), rows));
    }
    this.kernels = kernels;
    this.environment = environment;
    this.settings = settings;
    this.chance = Philox.seeded(seed);
    bounds = Bounds.of("SAC", environment.actionSpace());
    int observationSize = environment.observationSpace().size();
    int actionSize = environment.actionSpace().size();
    actor = Actor.of(observationSize, actionSize, settings, chance);
    critics = new Critics(observationSize, actionSize, settings.learning().hidden(), chance);
    Critics target = new Critics(observationSize, actionSize, settings.learning().hidden(), chance);
    step =
        new SacStep(
            kernels,
            actor,
            critics,
            target,
            observationSize,
            actionSize,
            settings,
            Conservatism.none());
    memory = new Memory(settings.rounds().memory(), observationSize, actionSize);
    remembering =
        new SeveralSteps(
            memory,
            rows,
            1,
            settings.learning().discount(),
            observationSize,
            actionSize,
            place -> {});

    GraphBuilder g = new GraphBuilder(kernels);
    acted = g.input("observations", rows, observationSize);
    noise = actor.actingNoise(g, rows);
    drawn = actor.draw(g, acted, noise).actions();
    acting = g.inference();
    actions = new float[rows * actionSize];
    played = new float[rows * actionSize];
    places = new int[settings.rounds().minibatch()];
    environment.reset(seed);
  }

  @Override
  public String name() {
    return "SAC";
  }

  @Override
  public long steps() {
    return steps;
  }

  /// Actor, critics and the entropy's weight.
  @Override
  public Parameters parameters() {
    return Parameters.together(actor.parameters(), critics.parameters(), step.entropyParameters());
  }

  @Override
  public Acting acting(int rows) {
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", rows, environment.observationSpace().size());
    Tensor median = actor.median(g, seen);
    Graph graph = g.inference();
    return (observations, into) -> {
      seen.set(observations);
      graph.forward();
      bounds.stretch(median.values(), into);
    };
  }

  /// Plays the settings' steps in every copy, and learns once enough has been seen.
  @Override
  public void advance() {
    for (int i = 0; i < settings.rounds().steps(); i++) {
      if (i == 0 || !actor.keepsNoise()) {
        Normal.fill(noise, chance);
      }
      play();
    }
    if (steps <= settings.learningStarts()) {
      return;
    }
    for (int i = 0; i < settings.rounds().updates(); i++) {
      memory.draw(chance, places);
      step.learn(memory, places, chance);
    }
  }

  private void play() {
    acted.set(environment.observations());
    if (steps < settings.learningStarts()) {
      for (int i = 0; i < actions.length; i++) {
        actions[i] = (float) (2 * chance.nextDouble() - 1);
      }
    } else {
      acting.forward();
      System.arraycopy(drawn.values(), 0, actions, 0, actions.length);
    }
    bounds.stretch(actions, played);
    environment.step(played);
    remembering.add(acted.values(), actions, environment);
    steps += environment.rows();
  }

  /// `critic_loss`, `actor_loss`, `entropy` (nats) of the last minibatch, `entropy_weight` (α).
  @Override
  public void figures(FigureSink into) {
    into.figure("critic_loss", step.criticLoss());
    into.figure("actor_loss", step.actorLoss());
    into.figure("entropy", step.entropy());
    into.figure("entropy_weight", step.entropyWeight());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("SAC");
    out.number(steps);
    out.generator(chance);
    step.save(out);
    memory.save(out);
    remembering.save(out);
    environment.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("SAC");
    steps = in.longInteger();
    chance = in.generator();
    step.load(in);
    memory.load(in);
    remembering.load(in);
    environment.load(in);
  }
}
