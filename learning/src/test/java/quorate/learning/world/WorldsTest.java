package quorate.learning.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.learning.environment.ChosenColumns;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// What holds for every world.
class WorldsTest {
  static List<String> names() {
    return Worlds.all().stream().map(World::name).toList();
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(names())
        .doesNotHaveDuplicates()
        .contains("CartPole-v1", "Pendulum-v1", "climbing", "penalty(-100)", "simple_spread_v3");
    assertThatThrownBy(() -> Worlds.named("CartPole-v0"))
        .hasMessageStartingWith("a world must be one of CartPole-v1, Pendulum-v1")
        .hasMessageEndingWith("but was \"CartPole-v0\"");
  }

  @ParameterizedTest
  @MethodSource("names")
  void keepTheirBeginningsInsideTheSpaceAndApart(String name) {
    Simulation simulation = simulation(name, 50);
    simulation.reset(1);

    int size = simulation.observationSpace().size();
    for (int row = 0; row < simulation.rows(); row++) {
      assertThat(simulation.observationSpace().contains(simulation.observations(), row * size))
          .isTrue();
    }
    if (Worlds.named(name).stateSize() > 0) {
      assertThat(simulation.state(0)).isNotEqualTo(simulation.state(1));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void runTheSameCourseFromTheSameSeedAndAnotherFromAnother(String name) {
    float[] course = course(simulation(name, 3), 7, 300);

    assertThat(course(simulation(name, 3), 7, 300)).isEqualTo(course);
    if (Worlds.named(name).stateSize() > 0) {
      assertThat(course(simulation(name, 3), 8, 300)).isNotEqualTo(course);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void goOnBitForBitFromASavedState(String name) {
    Philox chance = Philox.seeded(5);
    for (int moment : new int[] {0, 1, 24, 25, 26, 137, 500}) {
      Simulation whole = simulation(name, 4);
      whole.reset(moment);
      run(whole, chance, moment);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (StateWriter out = StateWriter.to(bytes)) {
        whole.save(out);
      }

      Simulation resumed = simulation(name, 4);
      resumed.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray())));

      assertSame(resumed, whole);
      Philox again = Philox.resumed(chance.seed(), chance.drawn());
      for (int i = 0; i < 300; i++) {
        run(whole, chance, 1);
        run(resumed, again, 1);
        assertSame(resumed, whole);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void allocateNothingPerStep(String name) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Simulation simulation = simulation(name, 8);
    simulation.reset(1);
    float[][] actions = new float[64][simulation.rows() * simulation.actionSpace().size()];
    Philox chance = Philox.seeded(2);
    for (float[] some : actions) {
      sample(simulation, chance, some);
    }
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 8; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 3000; i++) {
        simulation.step(actions[i % 64]);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
  }

  @Test
  void thePoleWithoutSpeedsIsThePoleWithTwoColumnsHidden() {
    VectorEnvironment hidden = Simulation.of(new CartPoleWithoutSpeeds(), 3);
    VectorEnvironment whole = new ChosenColumns(Simulation.of(new CartPole(), 3), 0, 2);
    Philox chance = Philox.seeded(4);
    float[] actions = new float[3];
    hidden.reset(6);
    whole.reset(6);

    for (int step = 0; step < 100; step++) {
      for (int row = 0; row < 3; row++) {
        hidden.actionSpace().sample(chance, actions, row);
      }
      hidden.step(actions);
      whole.step(actions);

      assertThat(hidden.observations()).isEqualTo(whole.observations());
      assertThat(hidden.finalObservations()).isEqualTo(whole.finalObservations());
      assertThat(hidden.dones()).isEqualTo(whole.dones());
    }
    assertThat(hidden.observationSpace()).isEqualTo(whole.observationSpace());
  }

  private static Simulation simulation(String name, int copies) {
    World world = Worlds.named(name);
    return world instanceof MultiAgentWorld several
        ? MultiAgentSimulation.of(several, copies)
        : Simulation.of(world, copies);
  }

  private static float[] course(Simulation simulation, long seed, int steps) {
    Philox chance = Philox.seeded(99);
    simulation.reset(seed);
    float[] course = new float[steps];
    for (int i = 0; i < steps; i++) {
      run(simulation, chance, 1);
      course[i] = Arrays.hashCode(simulation.observations());
    }
    return course;
  }

  private static void run(Simulation simulation, Philox chance, int steps) {
    float[] actions = new float[simulation.rows() * simulation.actionSpace().size()];
    for (int i = 0; i < steps; i++) {
      sample(simulation, chance, actions);
      simulation.step(actions);
    }
  }

  private static void sample(Simulation simulation, Philox chance, float[] actions) {
    int size = simulation.actionSpace().size();
    for (int row = 0; row < simulation.rows(); row++) {
      simulation.actionSpace().sample(chance, actions, row * size);
    }
  }

  private static void assertSame(Simulation one, Simulation other) {
    assertThat(one.observations()).isEqualTo(other.observations());
    assertThat(one.finalObservations()).isEqualTo(other.finalObservations());
    assertThat(one.rewards()).isEqualTo(other.rewards());
    assertThat(one.dones()).isEqualTo(other.dones());
    if (one instanceof MultiAgentSimulation a && other instanceof MultiAgentSimulation b) {
      assertThat(a.centralStates()).isEqualTo(b.centralStates());
      assertThat(a.finalCentralStates()).isEqualTo(b.finalCentralStates());
    }
  }
}
