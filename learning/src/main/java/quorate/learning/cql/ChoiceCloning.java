package quorate.learning.cql;

import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.dqn.QNetwork;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.optimiser.Adam;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Recording;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Does what was recorded, whatever it earned: the cross-entropy of the recorded choices is
/// minimised (D. Pomerleau, "ALVINN", 1989). What learning from a recording must beat.
///
/// A step is a step of Adam; [#advance] takes a hundred. The same seed gives the same weights, bit
/// for bit. Not for use by two threads.
public final class ChoiceCloning implements Learner {
  private static final int ROUND = 100;

  private final double rate;
  private final Memory memory;
  private final QNetwork network;
  private final Adam optimiser;
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

  /// @param hidden sizes of the hidden layers
  /// @param rate learning rate
  /// @throws IllegalArgumentException when the recording is empty or its actions are no such
  ///   choices
  public ChoiceCloning(
      Kernels kernels,
      Recording recording,
      int choices,
      List<Integer> hidden,
      int minibatch,
      double rate,
      long seed) {
    recording.checkChoices(choices);
    this.rate = rate;
    memory = recording.memory(0);
    chance = Philox.seeded(seed);
    int observationSize = recording.observationSize();
    network = new QNetwork(kernels, observationSize, choices, hidden, false, chance);
    optimiser = new Adam(kernels, network.parameters(), Adam.Settings.defaults());
    GraphBuilder g = new GraphBuilder(kernels);
    observations = g.input("observations", minibatch, observationSize);
    actions = g.input("actions", minibatch);
    loss = g.losses().crossEntropy(network.apply(g, observations), actions);
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
    return network.parameters();
  }

  @Override
  public Acting acting(int rows) {
    return network.judging(rows)::best;
  }

  @Override
  public void advance() {
    for (int i = 0; i < ROUND; i++) {
      memory.draw(chance, places);
      memory.copy(places, observations.values(), actions.values(), rewards, next, discounts);
      graph.forward();
      network.parameters().clearGradients();
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
    out.mark("cloning of choices");
    out.number(steps);
    out.generator(chance);
    network.parameters().save(out);
    optimiser.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("cloning of choices");
    steps = in.longInteger();
    chance = in.generator();
    network.parameters().load(in);
    optimiser.load(in);
  }
}
