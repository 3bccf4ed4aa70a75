package quorate.learning.cql;

import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Recording;
import quorate.learning.sac.Actor;
import quorate.learning.sac.Bounds;
import quorate.learning.sac.Critics;
import quorate.learning.sac.SacSettings;
import quorate.learning.sac.SacStep;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Conservative Q-learning for continuous actions (A. Kumar et al., 2020): SAC on recorded steps
/// alone, with critics that are held down as [Conservatism] says.
///
/// A step is a step of the optimisers; [#advance] takes a hundred. The same seed gives the same
/// weights, bit for bit. Not for use by two threads.
public final class ConservativeSac implements Learner {
  private static final int ROUND = 100;

  private final Kernels kernels;
  private final int observationSize;
  private final Memory memory;
  private final Actor actor;
  private final Actor average;
  private final Critics critics;
  private final float averagePart;
  private final Bounds bounds;
  private final SacStep step;
  private final int[] places;
  private Philox chance;
  private long steps;

  /// @param space of the actions, with bounds
  /// @throws IllegalArgumentException when the recording is empty or its actions are not of that
  ///   space
  public ConservativeSac(
      Kernels kernels,
      Recording recording,
      Space.Box space,
      ConservativeSacSettings settings,
      long seed) {
    this.kernels = kernels;
    observationSize = recording.observationSize();
    int actionSize = recording.actionSize();
    bounds = Bounds.of("CQL", space);
    memory = recording.withinOne(space.low(), space.high()).memory(settings.learning().discount());
    chance = Philox.seeded(seed);
    SacSettings online = settings.online();
    actor = Actor.of(observationSize, actionSize, online, chance);
    average = Actor.of(observationSize, actionSize, online, chance);
    average.parameters().copyFrom(actor.parameters());
    averagePart = (float) settings.averagePart();
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
            online,
            settings.conservatism());
    places = new int[settings.minibatch()];
  }

  @Override
  public String name() {
    return "CQL";
  }

  /// Steps of the optimisers.
  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Parameters parameters() {
    return Parameters.together(average.parameters(), critics.parameters());
  }

  @Override
  public Acting acting(int rows) {
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", rows, observationSize);
    Tensor median = average.median(g, seen);
    Graph graph = g.inference();
    return (observations, into) -> {
      seen.set(observations);
      graph.forward();
      bounds.stretch(median.values(), into);
    };
  }

  /// What the lower critic says of the actor's own action.
  ///
  /// @param observation one
  public double value(float[] observation) {
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", 1, observationSize);
    Tensor value = critics.lower(g, seen, average.median(g, seen));
    seen.set(observation);
    g.inference().forward();
    return value.values()[0];
  }

  @Override
  public void advance() {
    for (int i = 0; i < ROUND; i++) {
      memory.draw(chance, places);
      step.learn(memory, places, chance);
      average.parameters().blendFrom(actor.parameters(), averagePart);
      steps++;
    }
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
    out.mark("CQL on continuous actions");
    out.number(steps);
    out.generator(chance);
    step.save(out);
    average.parameters().save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("CQL on continuous actions");
    steps = in.longInteger();
    chance = in.generator();
    step.load(in);
    average.parameters().load(in);
  }
}
