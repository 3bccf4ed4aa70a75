package quorate.learning.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.VectorEnvironment;
import tools.jackson.databind.JsonNode;

/// Simple-spread against MPE2 1.1.1; `mpe2_fixtures.py` made the numbers.
class SimpleSpreadTest {
  private static final int SEEN = 14;
  private static final int SILENT = 4;

  private final SimpleSpread world = new SimpleSpread();

  @Test
  void goesTheWholeWayWithMpe2() {
    for (JsonNode trajectory : Fixtures.trajectories("simple-spread")) {
      double[] state = start(trajectory);
      MultiAgentSimulation simulation = MultiAgentSimulation.of(world, 1);
      simulation.begin(0, state);
      for (JsonNode row : trajectory.get("steps")) {
        String where = trajectory.get("name").asString();
        float[] actions = new float[3];
        for (int agent = 0; agent < 3; agent++) {
          actions[agent] = row.get(agent).floatValue();
        }

        world.step(state, 0, actions, 0, new float[3], 0);
        simulation.step(actions);

        for (int i = 0; i < 12; i++) {
          assertThat(state[i]).as(where).isCloseTo(row.get(3 + i).asDouble(), within(1e-9));
        }
        boolean truncated = row.get(row.size() - 1).asInt() == 2;
        compareObservations(simulation, row, truncated, where);
        for (int agent = 0; agent < 3; agent++) {
          float reward = row.get(15 + 3 * SEEN + agent).floatValue();
          assertThat(simulation.rewards()[agent]).as(where).isCloseTo(reward, within(1e-6f));
          assertThat(simulation.dones()[agent])
              .isEqualTo(truncated ? VectorEnvironment.TRUNCATED : VectorEnvironment.RUNNING);
        }
      }
    }
  }

  @Test
  void pushesAgentsInOnePlaceApartWithNoForce() {
    double[] state = new double[world.stateSize()];

    world.step(state, 0, new float[3], 0, new float[3], 0);

    assertThat(state).containsOnly(0);
  }

  private static void compareObservations(
      MultiAgentSimulation simulation, JsonNode row, boolean truncated, String where) {
    float[] observed = truncated ? simulation.finalObservations() : simulation.observations();
    float[] central = truncated ? simulation.finalCentralStates() : simulation.centralStates();
    assertThat(central).isEqualTo(observed);
    for (int agent = 0; agent < 3; agent++) {
      int at = agent * (SEEN + SILENT);
      for (int i = 0; i < SEEN; i++) {
        float there = row.get(15 + agent * SEEN + i).floatValue();
        assertThat(observed[at + i]).as(where).isCloseTo(there, within(Math.ulp(there) + 1e-9f));
      }
      for (int i = SEEN; i < SEEN + SILENT; i++) {
        assertThat(observed[at + i]).isZero();
      }
    }
  }

  private double[] start(JsonNode trajectory) {
    double[] state = new double[world.stateSize()];
    for (int i = 0; i < 12; i++) {
      state[i] = trajectory.get("agents").get(i).asDouble();
    }
    for (int i = 0; i < 6; i++) {
      state[12 + i] = trajectory.get("landmarks").get(i).asDouble();
    }
    return state;
  }
}
