package quorate.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import quorate.domain.chance.Philox;
import quorate.learning.dqn.Dqn;
import quorate.learning.dqn.DqnSettings;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.PeakArithmetic;
import quorate.learning.kernel.TeamKernels;
import quorate.learning.layer.Initialisation;
import quorate.learning.layer.Mlp;
import quorate.learning.learner.Learner;
import quorate.learning.policy.ActorCritic;
import quorate.learning.ppo.Ppo;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.ppo.PpoStep;
import quorate.learning.rollout.Rollout;
import quorate.learning.sac.Sac;
import quorate.learning.sac.SacSettings;
import quorate.learning.world.CartPole;
import quorate.learning.world.Pendulum;

/// `bench learning`: how fast networks run and agents learn, each beside what one core can do at
/// most.
final class LearningBench {
  private static final long SEED = 1;
  private static final int CHECKED = 64;

  /// Operations of one update of SAC on Pendulum: 2 × 256, minibatch 256.
  private static final double SAC_OPERATIONS = 0.55e9;

  private final Workload workload;
  private final Kernels kernels = Kernels.fastest();
  private final double peak;

  /// Measures one figure, with these kernels where large operations go to all threads.
  private interface Measurement {
    Figure by(LearningBench bench, Kernels team);
  }

  private static final Map<String, Measurement> FIGURES = figures();

  private static Map<String, Measurement> figures() {
    Map<String, Measurement> figures = new LinkedHashMap<>();
    figures.put("forward", (bench, team) -> bench.forward());
    figures.put("ppo-step", (bench, team) -> bench.ppoStep());
    figures.put(
        "ppo-cartpole",
        (bench, team) ->
            bench.ppo("ppo-cartpole", bench.kernels, 1, PpoSettings.stableBaselines3()));
    figures.put(
        "ppo-cartpole.64x128",
        (bench, team) ->
            bench.ppo(
                "ppo-cartpole.64x128",
                team,
                threads(),
                PpoSettings.stableBaselines3().withUpdates(64, 128, 2048, 4)));
    figures.put("dqn-cartpole", (bench, team) -> bench.dqn());
    figures.put("sac-pendulum", LearningBench::sac);
    figures.put(
        "lstm-step",
        (bench, team) ->
            bench.sequences(
                "lstm-step",
                SequenceSteps.lstm(team, Philox.seeded(SEED)),
                SequenceSteps.lstmOperations(),
                "LSTM(64) over 48 steps of 16 numbers, batch 32"));
    figures.put(
        "transformer-step",
        (bench, team) ->
            bench.sequences(
                "transformer-step",
                SequenceSteps.transformer(team, Philox.seeded(SEED)),
                SequenceSteps.transformerOperations(),
                "2 layers, width 64, 4 heads, feed-forward 128, 48 steps, batch 32"));
    return Collections.unmodifiableMap(figures);
  }

  /// What can be measured on its own, in the order in which all are.
  static Set<String> names() {
    return FIGURES.keySet();
  }

  LearningBench(Workload workload) {
    this.workload = workload;
    PeakArithmetic.gigaFlops();
    this.peak = Stopwatch.median(3, PeakArithmetic::gigaFlops);
  }

  /// @param names of [#names]
  List<Figure> measure(Collection<String> names) {
    List<Figure> measured = new ArrayList<>();
    try (TeamKernels team = new TeamKernels(kernels, threads())) {
      for (String name : names) {
        measured.add(Objects.requireNonNull(FIGURES.get(name), name).by(this, team));
      }
    }
    return measured;
  }

  private static int threads() {
    return Math.min(2, Runtime.getRuntime().availableProcessors());
  }

  /// One row through 48-64-64-2.
  private Figure forward() {
    Parameters parameters = new Parameters();
    Initialisation begin = Initialisation.orthogonal(1);
    Mlp network =
        new Mlp(
            parameters,
            "network",
            List.of(48, 64, 64, 2),
            Activation.TANH,
            begin,
            begin,
            Philox.seeded(SEED));
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor in = g.input("x", 1, 48);
    Tensor out = network.apply(g, in);
    Graph graph = g.inference();
    Arrays.fill(in.values(), 0.5f);
    int rounds = workload.learningRounds() * 100;
    double us = microseconds(rounds, graph::forward);
    if (!Float.isFinite(out.values()[0])) {
      throw new ArithmeticException("a network must give numbers, but gave " + out.values()[0]);
    }
    return timed("forward", us, products(48, 64, 64, 2), "network", "48-64-64-2, tanh, one row");
  }

  /// One step on a minibatch of 64: through the graph, and written by hand.
  private Figure ppoStep() {
    Philox chance = Philox.seeded(SEED);
    PpoSettings settings = PpoSettings.stableBaselines3();
    ActorCritic policy =
        new ActorCritic(kernels, 4, new Space.Discrete(2), settings.design(), chance);
    PpoStep step = new PpoStep(kernels, policy, settings);
    Rollout rollout = rollout(chance);
    int[] order = new int[rollout.size()];
    Arrays.setAll(order, i -> i);
    HandWrittenPpo hand = new HandWrittenPpo(kernels, CHECKED, 4, 64, 2, chance);
    double graph =
        microseconds(workload.learningRounds(), () -> step.learn(rollout, order, 0, 1e-5, 0.2));
    double byHand =
        microseconds(
            workload.learningRounds(),
            () -> {
              rollout.copy(
                  order,
                  0,
                  CHECKED,
                  hand.observations,
                  hand.actions,
                  hand.oldLogProbabilities,
                  hand.advantages,
                  hand.returns);
              hand.step(1e-5f);
            });
    double forward = CHECKED * (products(4, 64, 64, 2) + products(4, 64, 64, 1));
    double inputs = CHECKED * 2 * products(4, 64);
    return timed(
        "ppo-step",
        graph,
        3 * forward - inputs,
        "what",
        "minibatch 64, actor and critic 4-64-64, clipped loss, Adam",
        "by_hand_us",
        byHand,
        "vs_by_hand",
        graph / byHand);
  }

  private static Rollout rollout(Philox chance) {
    Rollout rollout = new Rollout(CHECKED, 1, 4, 1);
    float[] seen = new float[4];
    while (!rollout.isFull()) {
      for (int i = 0; i < seen.length; i++) {
        seen[i] = (float) chance.nextGaussian();
      }
      rollout.add(seen, new float[] {chance.nextInt(2)}, new float[] {-0.69f}, new float[] {0});
      rollout.complete(new float[] {(float) chance.nextGaussian()}, new boolean[] {false});
    }
    rollout.estimate(new float[1], 0.99, 0.95);
    return rollout;
  }

  /// Each step is played once and learned from in every epoch, through actor and critic.
  private Figure ppo(String name, Kernels with, int threads, PpoSettings settings) {
    long steps = workload.learningSteps();
    double forward = products(4, 64, 64, 2) + products(4, 64, 64, 1);
    double learned = 3 * forward - 2 * products(4, 64);
    return played(
            name,
            0,
            steps,
            () ->
                new Ppo(
                    with,
                    Simulation.of(new CartPole(), settings.updates().copies()),
                    settings,
                    steps,
                    SEED),
            "world",
            "CartPole-v1",
            "copies",
            settings.updates().copies(),
            "kernels",
            with.description())
        .ofPeak(forward + settings.updates().epochs() * learned, peak * threads);
  }

  /// The defaults of Stable-Baselines3, but an update at every step.
  private Figure dqn() {
    long steps = workload.learningSteps() / 5;
    DqnSettings settings = DqnSettings.stableBaselines3().withRounds(1, 1, 1, 32);
    double forward = products(4, 64, 64, 2);
    double learned = 4 * forward - products(4, 64);
    return played(
            "dqn-cartpole",
            settings.learningStarts(),
            steps,
            () -> new Dqn(kernels, Simulation.of(new CartPole(), 1), settings, steps, SEED),
            "world",
            "CartPole-v1",
            "kernels",
            kernels.description())
        .ofPeak(forward + settings.minibatch() * learned, peak);
  }

  private Figure sac(Kernels with) {
    long steps = workload.learningSteps() / 200;
    SacSettings settings = SacSettings.stableBaselines3();
    return played(
            "sac-pendulum",
            settings.learningStarts(),
            steps,
            () -> new Sac(with, Simulation.of(new Pendulum(), 1), settings, SEED),
            "world",
            "Pendulum-v1",
            "kernels",
            with.description())
        .ofPeak(SAC_OPERATIONS, peak * threads());
  }

  /// Additions and multiplications that lead one row through linear layers.
  private static double products(int... widths) {
    double sum = 0;
    for (int i = 1; i < widths.length; i++) {
      sum += 2.0 * widths[i - 1] * widths[i];
    }
    return sum;
  }

  /// Forward, backward and Adam on a batch of sequences, by the whole team.
  private Figure sequences(String name, SequenceSteps steps, double operations, String network) {
    double us = microseconds(Math.max(1, workload.learningRounds() / 20), steps::step);
    if (!Float.isFinite(steps.loss())) {
      throw new ArithmeticException("a loss must be a number, but was " + steps.loss());
    }
    return Figure.of(name, us, "µs", "network", network).ofPeak(operations, peak * threads());
  }

  /// Playing and learning together, from the first step that is learned from; two whole runs before
  /// have warmed up, as the compiler is not done after one of a few seconds.
  private Figure played(
      String name, int untimed, long steps, Supplier<Learner> maker, Object... details) {
    play(maker.get(), untimed, steps);
    play(maker.get(), untimed, steps);
    double[] rates = new double[workload.runs()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = play(maker.get(), untimed, steps);
    }
    Arrays.sort(rates);
    return Figure.of(name, rates[rates.length / 2], "steps/s", details)
        .with("steps", steps, "runs", rates.length, "best", rates[rates.length - 1]);
  }

  /// Steps a second after the first ones, which are only played.
  private static double play(Learner learner, int untimed, long steps) {
    advance(learner, untimed);
    long before = learner.steps();
    double seconds = Stopwatch.seconds(() -> advance(learner, untimed + steps));
    return (learner.steps() - before) / seconds;
  }

  private static void advance(Learner learner, long until) {
    while (learner.steps() < until) {
      learner.advance();
    }
  }

  /// Median time of one of many rounds, after as many to warm up.
  private double microseconds(int rounds, Runnable work) {
    repeat(rounds, work);
    return Stopwatch.median(
        workload.runs(), () -> Stopwatch.seconds(() -> repeat(rounds, work)) * 1e6 / rounds);
  }

  private static void repeat(int rounds, Runnable work) {
    for (int i = 0; i < rounds; i++) {
      work.run();
    }
  }

  private Figure timed(String name, double us, double flops, Object... details) {
    return Figure.of(name, us, "µs", details).ofPeak(flops, peak);
  }
}
