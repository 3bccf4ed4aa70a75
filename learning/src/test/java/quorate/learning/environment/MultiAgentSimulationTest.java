package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorate.learning.environment.VectorEnvironment.RUNNING;
import static quorate.learning.environment.VectorEnvironment.TERMINATED;
import static quorate.learning.environment.VectorEnvironment.TRUNCATED;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MultiAgentSimulationTest {
  /// Two agents, each with two switches; the sum of all choices so far is the state, and the
  /// episode ends at 4. Each agent sees the sum plus its number, is paid its own choices, and may
  /// not use its first switch once the sum is above 0.
  private static final class Switches implements MultiAgentWorld {
    @Override
    public String name() {
      return "switches";
    }

    @Override
    public int timeLimit() {
      return 100;
    }

    @Override
    public int agents() {
      return 2;
    }

    @Override
    public Space.Box observationSpace() {
      return Space.unbounded(1);
    }

    @Override
    public Space actionSpace() {
      return new Space.MultiDiscrete(new int[] {2, 2});
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public boolean hasActionMasks() {
      return true;
    }

    @Override
    public void begin(double[] state, int at, RandomGenerator chance) {
      state[at] = 0;
    }

    @Override
    public boolean step(
        double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
      for (int agent = 0; agent < 2; agent++) {
        rewards[rewardsAt + agent] =
            actions[actionsAt + 2 * agent] + actions[actionsAt + 2 * agent + 1];
        state[at] += rewards[rewardsAt + agent];
      }
      return state[at] >= 4;
    }

    @Override
    public void observe(double[] state, int at, float[] into, int intoAt) {
      into[intoAt] = (float) state[at];
      into[intoAt + 1] = (float) state[at] + 1;
    }

    @Override
    public void actionMasks(double[] state, int at, byte[] into, int intoAt) {
      for (int agent = 0; agent < 2; agent++) {
        into[intoAt + 4 * agent] = 1;
        into[intoAt + 4 * agent + 1] = (byte) (state[at] > 0 ? 0 : 1);
        into[intoAt + 4 * agent + 2] = 1;
        into[intoAt + 4 * agent + 3] = 1;
      }
    }
  }

  private final MultiAgentSimulation switches = MultiAgentSimulation.of(new Switches(), 2);

  @Test
  void hasARowForEveryCopyAndAgent() {
    switches.reset(1);

    switches.step(new float[] {1, 1, 0, 0, 0, 0, 0, 1});

    assertThat(switches.rows()).isEqualTo(4);
    assertThat(switches.rewards()).containsExactly(2, 0, 0, 1);
    assertThat(switches.observations()).containsExactly(2, 3, 1, 2);
  }

  @Test
  void endsAnEpisodeForAllAgentsOfTheCopy() {
    switches.reset(1);

    switches.step(new float[] {1, 1, 1, 1, 0, 0, 0, 1});

    assertThat(switches.dones()).containsExactly(TERMINATED, TERMINATED, RUNNING, RUNNING);
    assertThat(switches.observations()).containsExactly(0, 1, 1, 2);
    assertThat(switches.finalObservations()).startsWith(4, 5);
  }

  @Test
  void takesATimeLimitOfTheCallers() {
    MultiAgentSimulation brief = MultiAgentSimulation.of(new Switches(), 1, 1);
    brief.reset(1);

    brief.step(new float[] {0, 0, 0, 1});

    assertThat(brief.dones()).containsExactly(TRUNCATED, TRUNCATED);
    assertThat(brief.finalCentralStates()).containsExactly(1, 2);
  }

  @Test
  void showsTheCriticAllObservationsByDefault() {
    switches.reset(1);

    switches.step(new float[] {1, 1, 1, 1, 0, 0, 0, 1});

    assertThat(switches.centralStateSize()).isEqualTo(2);
    assertThat(switches.centralStates()).containsExactly(0, 1, 1, 2);
    assertThat(switches.finalCentralStates()).startsWith(4, 5);
  }

  @Test
  void saysWhichChoicesAreOpenNext() {
    switches.reset(1);
    assertThat(switches.hasActionMasks()).isTrue();
    assertThat(switches.actionMasks()).containsOnly(1).hasSize(16);

    switches.step(new float[] {0, 0, 0, 0, 0, 0, 0, 1});

    assertThat(switches.actionMasks())
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1);
  }

  @Test
  void goesOnFromASavedStateWithMasksAndCentralStates() {
    switches.reset(1);
    switches.step(new float[] {1, 1, 1, 1, 0, 0, 0, 1});

    MultiAgentSimulation resumed = Saved.into(MultiAgentSimulation.of(new Switches(), 2), switches);

    assertThat(resumed.centralStates()).isEqualTo(switches.centralStates());
    assertThat(resumed.finalCentralStates()).isEqualTo(switches.finalCentralStates());
    assertThat(resumed.actionMasks()).isEqualTo(switches.actionMasks());
  }

  @Test
  void namesTheAgentWhoseActionItRefuses() {
    switches.reset(1);

    assertThatThrownBy(() -> switches.step(new float[] {0, 0, 0, 0, 0, 0, 0, 2}))
        .hasMessage(
            "an action must lie in choices below [2, 2], but was [0.0, 2.0] (switches, copy 1,"
                + " agent 1)");
  }
}
