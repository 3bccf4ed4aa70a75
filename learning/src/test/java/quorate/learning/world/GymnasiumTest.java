package quorate.learning.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;
import tools.jackson.databind.JsonNode;

/// The worlds of classic control against Gymnasium 1.4.0; `gymnasium_fixtures.py` made the numbers.
class GymnasiumTest {
  private static final double EXACT = 1e-9;

  /// A world and the name of its fixture; what Gymnasium keeps of a state comes first in ours.
  record Peer(World world, String file, int kept) {
    @Override
    public String toString() {
      return world.name();
    }

    /// One trajectory's start in our form.
    double[] start(JsonNode trajectory) {
      double[] start = new double[world.stateSize()];
      for (int i = 0; i < kept; i++) {
        start[i] = trajectory.get("start").get(i).asDouble();
      }
      if (world instanceof MountainCarContinuous) {
        start[kept] = 1;
      }
      return start;
    }
  }

  static Stream<Peer> peers() {
    return Stream.of(
        new Peer(new CartPole(), "cart-pole", 4),
        new Peer(new Pendulum(), "pendulum", 2),
        new Peer(new Acrobot(), "acrobot", 4),
        new Peer(new MountainCar(), "mountain-car", 2),
        new Peer(new MountainCarContinuous(), "mountain-car-continuous", 2));
  }

  @ParameterizedTest
  @MethodSource("peers")
  void goTheWholeWayWithGymnasium(Peer peer) {
    for (JsonNode trajectory : Fixtures.trajectories(peer.file)) {
      Simulation simulation = Simulation.of(peer.world, 1);
      simulation.reset(0);
      simulation.begin(0, peer.start(trajectory));
      int index = 0;
      for (JsonNode row : trajectory.get("steps")) {
        step(peer, simulation, row, trajectory.get("name").asString() + ", step " + index++);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("peers")
  void makeEveryTransitionAlone(Peer peer) {
    for (JsonNode trajectory : Fixtures.trajectories(peer.file)) {
      double[] state = peer.start(trajectory);
      for (JsonNode row : trajectory.get("steps")) {
        double[] before = state.clone();
        state = new double[peer.world.stateSize()];
        for (int i = 0; i < peer.kept; i++) {
          state[i] = row.get(1 + i).asDouble();
        }
        peer.world.step(before, 0, new float[] {row.get(0).floatValue()}, 0, new float[1], 0);
        assertThat(before)
            .as("after %s of %s", row.get(0), trajectory.get("name"))
            .containsExactly(state, within(1e-12));
      }
    }
  }

  private static void step(Peer peer, Simulation simulation, JsonNode row, String where) {
    int size = peer.world.observationSpace().size();
    List<Double> expected = new ArrayList<>();
    row.forEach(number -> expected.add(number.asDouble()));
    int end = expected.getLast().intValue();

    float[] action = {row.get(0).floatValue()};
    double[] after = simulation.state(0);
    peer.world.step(after, 0, action, 0, new float[1], 0);
    simulation.step(action);

    boolean ended = end != 0;
    float[] observed = ended ? simulation.finalObservations() : simulation.observations();
    for (int i = 0; i < peer.kept; i++) {
      assertThat(after[i]).as(where).isCloseTo(expected.get(1 + i), within(EXACT));
    }
    for (int i = 0; i < size; i++) {
      float there = expected.get(1 + peer.kept + i).floatValue();
      assertThat(observed[i]).as(where).isCloseTo(there, within(Math.ulp(there) + 1e-9f));
    }
    float reward = expected.get(1 + peer.kept + size).floatValue();
    assertThat(simulation.rewards()[0]).as(where).isCloseTo(reward, within(Math.ulp(reward)));
    byte done =
        (end & 1) == 1
            ? VectorEnvironment.TERMINATED
            : end == 2 ? VectorEnvironment.TRUNCATED : VectorEnvironment.RUNNING;
    assertThat(simulation.dones()[0]).as(where).isEqualTo(done);
  }
}
