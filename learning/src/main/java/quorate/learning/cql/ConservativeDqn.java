package quorate.learning.cql;

import quorate.domain.chance.Philox;
import quorate.learning.dqn.DqnStep;
import quorate.learning.dqn.QNetwork;
import quorate.learning.graph.Parameters;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.replay.Memory;
import quorate.learning.replay.Recording;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Conservative Q-learning for choices (A. Kumar, A. Zhou, G. Tucker and S. Levine, "Conservative
/// Q-learning for offline reinforcement learning", NeurIPS 2020, equation 4): DQN on recorded steps
/// alone, where the values of choices that the recording does not show are held down.
///
/// A step is a step of the optimiser; [#advance] takes a hundred. The same seed gives the same
/// weights, bit for bit. Not for use by two threads.
public final class ConservativeDqn implements Learner {
  private static final int ROUND = 100;

  private final ConservativeDqnSettings settings;
  private final Memory memory;
  private final QNetwork network;
  private final QNetwork average;
  private final DqnStep step;
  private final int[] places;
  private Philox chance;
  private long steps;

  /// @param choices that there are, at least 2
  /// @throws IllegalArgumentException when the recording is empty or its actions are no such
  ///   choices
  public ConservativeDqn(
      Kernels kernels,
      Recording recording,
      int choices,
      ConservativeDqnSettings settings,
      long seed) {
    recording.checkChoices(choices);
    this.settings = settings;
    memory = recording.memory(settings.learning().discount());
    chance = Philox.seeded(seed);
    network = network(kernels, recording, choices);
    average = network(kernels, recording, choices);
    QNetwork target = network(kernels, recording, choices);
    step =
        new DqnStep(kernels, network, target, average, settings.online(), settings.conservatism());
    places = new int[settings.minibatch()];
  }

  private QNetwork network(Kernels kernels, Recording recording, int choices) {
    return new QNetwork(
        kernels, recording.observationSize(), choices, settings.learning().hidden(), false, chance);
  }

  @Override
  public String name() {
    return "CQL";
  }

  /// Steps of the optimiser.
  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Parameters parameters() {
    return average.parameters();
  }

  @Override
  public Acting acting(int rows) {
    return average.judging(rows)::best;
  }

  /// What the best choice is worth to it.
  ///
  /// @param observation one
  public double bestValue(float[] observation) {
    return average.judging(1).bestValue(observation);
  }

  @Override
  public void advance() {
    for (int i = 0; i < ROUND; i++) {
      memory.draw(chance, places);
      step.learn(memory, places);
      steps++;
      if (steps % settings.learning().targetEvery() == 0) {
        step.follow();
      }
    }
  }

  /// `loss` and `value` (the mean of Q) of the last minibatch.
  @Override
  public void figures(FigureSink into) {
    into.figure("loss", step.loss());
    into.figure("value", step.meanValue());
  }

  @Override
  public void save(StateWriter out) {
    out.mark("CQL on choices");
    out.number(steps);
    out.generator(chance);
    step.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.mark("CQL on choices");
    steps = in.longInteger();
    chance = in.generator();
    step.load(in);
  }
}
