package quorate.learning.mappo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.learner.Trials;
import quorate.learning.world.MatrixGame;
import quorate.learning.world.SimpleSpread;

/// That MAPPO learns what it must: matrix games with ten seeds, about a second of CPU each, and
/// simple-spread to five million steps, some three minutes of CPU.
@Tag("full")
class MappoProof {
  private static final int SEEDS = 10;
  private static final long GAME_STEPS = 100_000;
  private static final long SPREAD_STEPS = 5_000_000;
  private static final long SPREAD_POINT = 100_000;

  @Test
  void agreesOnAnOptimumOfPenaltyZeroWithEverySeed() {
    float[] payoffs = play(MatrixGame.penalty(0), 2);

    assertThat(payoffs).containsOnly(10);
  }

  /// 11 lies beside −30; 7 and 5 are where one loses nothing by staying.
  @Test
  void staysWhereNothingIsLostOrBetterInClimbing() {
    float[] payoffs = play(MatrixGame.climbing(), 7);

    for (float payoff : payoffs) {
      assertThat(payoff).isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void isAtAnEquilibriumOfTheHarderPenaltiesWithEverySeed() {
    for (float k : new float[] {-25, -100}) {
      float[] payoffs = play(MatrixGame.penalty(k), 2);

      for (float payoff : payoffs) {
        assertThat(payoff).isIn(2f, 10f);
      }
    }
  }

  /// Beside a PyTorch MAPPO with the same settings (`bench/peers/learning/mappo.py`), over the same
  /// beginnings: within 5 % of what it came to. A team that acts at random earns each agent −31.
  @Test
  void coversTheLandmarksAsWellAsInPyTorch() throws IOException {
    MappoSettings settings = MappoSettings.tuned(new SimpleSpread().name());
    Mappo mappo =
        new Mappo(
            Kernels.fastest(),
            MultiAgentSimulation.of(new SimpleSpread(), settings.copies()),
            settings,
            SPREAD_STEPS,
            0);
    double[][] beginnings = beginnings();
    double cpu = 0;
    for (long until = SPREAD_POINT; until <= SPREAD_STEPS; until += SPREAD_POINT) {
      long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Trials.learn(mappo, until);
      cpu += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
      System.out.printf(
          "MAPPO, simple_spread_v3: %,d steps, return %.3f, %.0f s of CPU, %,.0f steps a second%n",
          mappo.steps(), spreadReturn(mappo, beginnings), cpu, mappo.steps() / cpu);
    }

    double peer = endOfThePeer();
    assertThat(spreadReturn(mappo, beginnings))
        .isGreaterThanOrEqualTo(peer - 0.05 * Math.abs(peer));
  }

  /// The payoff of a step of what each seed has learned, and how many are where.
  private static float[] play(MatrixGame game, float safe) {
    MappoSettings settings = MappoSettings.tuned(game.name());
    float[] payoffs = new float[SEEDS];
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int seed = 0; seed < SEEDS; seed++) {
      MultiAgentSimulation environment = MultiAgentSimulation.of(game, settings.copies());
      Mappo mappo = new Mappo(Kernels.fastest(), environment, settings, GAME_STEPS, seed);
      Trials.learn(mappo, GAME_STEPS);
      float[] chosen = new float[2];
      mappo.acting(2).act(new float[] {1, 1}, chosen);
      payoffs[seed] = game.payoff((int) chosen[0], (int) chosen[1]);
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    System.out.printf(
        "MAPPO, %s, %,d steps: %d of %d seeds at the joint optimum %.0f, %d at the safe %.0f,"
            + " payoffs %s, %.1f s of CPU each%n",
        game.name(),
        GAME_STEPS,
        count(payoffs, game.best()),
        SEEDS,
        game.best(),
        count(payoffs, safe),
        safe,
        Arrays.toString(payoffs),
        spent / 1e9 / SEEDS);
    return payoffs;
  }

  private static int count(float[] payoffs, float wanted) {
    int count = 0;
    for (float payoff : payoffs) {
      if (payoff == wanted) {
        count++;
      }
    }
    return count;
  }

  /// Mean return of an agent over unseen episodes, without chance.
  private static double spreadReturn(Learner learner, double[][] beginnings) {
    MultiAgentSimulation environment =
        MultiAgentSimulation.of(new SimpleSpread(), beginnings.length);
    environment.reset(0);
    for (int copy = 0; copy < beginnings.length; copy++) {
      environment.begin(copy, beginnings[copy]);
    }
    Learner.Acting acting = learner.acting(environment.rows());
    float[] actions = new float[environment.rows()];
    double sum = 0;
    do {
      acting.act(environment.observations(), actions);
      environment.step(actions);
      for (float reward : environment.rewards()) {
        sum += reward;
      }
    } while (environment.dones()[0] == VectorEnvironment.RUNNING);
    return sum / environment.rows();
  }

  /// The 200 that the peer is judged by: of three agents x and y, at rest, then of three landmarks.
  private static double[][] beginnings() throws IOException {
    List<double[]> states = new ArrayList<>();
    for (String line : lines("/quorate/learning/mappo/beginnings.csv")) {
      String[] places = line.split(",", -1);
      double[] state = new double[18];
      for (int i = 0; i < 6; i++) {
        state[4 * (i / 2) + i % 2] = Double.parseDouble(places[i]);
        state[12 + i] = Double.parseDouble(places[6 + i]);
      }
      states.add(state);
    }
    return states.toArray(double[][]::new);
  }

  /// The last return of each seed of the PyTorch MAPPO, their mean.
  private static double endOfThePeer() throws IOException {
    Map<String, Double> last = new LinkedHashMap<>();
    for (String line : lines("/quorate/learning/curves/mappo-simple-spread.csv")) {
      String[] point = line.split(",", -1);
      if (point[0].equals("pytorch")) {
        last.put(point[1], Double.parseDouble(point[3]));
      }
    }
    return last.values().stream().mapToDouble(each -> each).average().orElseThrow();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(MappoProof.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
