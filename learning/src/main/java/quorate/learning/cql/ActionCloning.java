package quorate.learning.cql;

import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.optimiser.Adam;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Recording;
import quorate.learning.sac.Actor;
import quorate.learning.sac.Bounds;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Does what was recorded, whatever it earned, for continuous actions (D. Pomerleau, "ALVINN",
/// 1989). What learning from a recording must beat.
///
/// E|tanh μ(s) − a| is minimised, which is maximum likelihood of a Laplace law, with actions
/// brought to −1…1: its minimum is the median of what was done, so that noise on fewer than half of
/// the steps does not pull what is played towards the middle, as squared errors would let it. That
/// makes it the harder baseline to beat.
///
/// A step is a step of Adam; [#advance] takes a hundred. The same seed gives the same weights, bit
/// for bit. Not for use by two threads.
public final class ActionCloning implements Learner {
  private static final int ROUND = 100;

  private final Kernels kernels;
  private final double rate;
  private final Memory memory;
  private final Actor actor;
  private final Bounds bounds;
  private final Adam optimiser;
  private final int observationSize;
  private final Tensor observations;
  private final Tensor actions;
  private final Tensor loss;
  private final Graph graph;
  private final float[] rewards;
  private final float[] next;
  private final float[] discounts;
  private final int[] places;
  private Philox chance;
  private long steps;

  /// @param space of the actions, with bounds
  /// @param hidden sizes of the hidden layers
  /// @param rate learning rate
  /// @throws IllegalArgumentException when the recording is empty or its actions are not of that
  ///   space
  public ActionCloning(
      Kernels kernels,
      Recording recording,
      Space.Box space,
      List<Integer> hidden,
      int minibatch,
      double rate,
      long seed) {
    this.kernels = kernels;
    this.rate = rate;
    bounds = Bounds.of("cloning", space);
    memory = recording.withinOne(space.low(), space.high()).memory(0);
    chance = Philox.seeded(seed);
    observationSize = recording.observationSize();
    int actionSize = recording.actionSize();
    actor = new Actor.Independent(observationSize, actionSize, hidden, chance);
    optimiser = new Adam(kernels, actor.parameters(), Adam.Settings.defaults());
    GraphBuilder g = new GraphBuilder(kernels);
    observations = g.input("observations", minibatch, observationSize);
    actions = g.input("actions", minibatch, actionSize);
    loss = g.mean(g.absolute(g.subtract(actor.median(g, observations), actions)));
    graph = g.training(loss);
    rewards = new float[minibatch];
    next = new float[minibatch * observationSize];
    discounts = new float[minibatch];
    places = new int[minibatch];
  }

  @Override
  public String name() {
    return "cloning";
  }

  /// Steps of the optimiser.
  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Parameters parameters() {
    return actor.parameters();
  }

  @Override
  public Acting acting(int rows) {
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor seen = g.input("observations", rows, observationSize);
    Tensor median = actor.median(g, seen);
    Graph acting = g.inference();
    return (sights, into) -> {
      seen.set(sights);
      acting.forward();
      bounds.stretch(median.values(), into);
    };
  }

  @Override
  public void advance() {
    for (int i = 0; i < ROUND; i++) {
      memory.draw(chance, places);
      memory.copy(places, observations.values(), actions.values(), rewards, next, discounts);
      graph.forward();
      actor.parameters().clearGradients();
      graph.backward();
      optimiser.step(rate, 1);
      steps++;
    }
  }

  /// `loss` of the last minibatch.
  @Override
  public void figures(FigureSink into) {
    into.figure("loss", loss.value());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("cloning of actions");
    out.number(steps);
    out.generator(chance);
    actor.parameters().save(out);
    optimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("cloning of actions");
    steps = in.longInteger();
    chance = in.generator();
    actor.parameters().load(in);
    optimiser.load(in);
  }
}
