package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WatchedTeamTest {
  @Test
  void passesOnWhatACriticSeesAndWhatIsOpen() {
    WatchedTeam watched = new WatchedTeam(MultiAgentSimulation.of(new Pair(), 2), 10);
    watched.reset(1);

    watched.step(new float[4]);
    watched.step(new float[4]);

    assertThat(watched.agents()).isEqualTo(2);
    assertThat(watched.rows()).isEqualTo(4);
    assertThat(watched.centralStateSize()).isEqualTo(1);
    assertThat(watched.centralStates()).containsExactly(2, 2);
    assertThat(watched.hasActionMasks()).isTrue();
    assertThat(watched.actionMasks()).containsExactly(1, 0, 0, 1, 1, 0, 0, 1);
  }

  @Test
  void countsAnEpisodeForEachAgent() {
    WatchedTeam watched = new WatchedTeam(MultiAgentSimulation.of(new Pair(), 2), 10);
    watched.reset(1);

    for (int step = 0; step < Pair.LIMIT; step++) {
      watched.step(new float[4]);
    }

    assertThat(watched.statistics().episodes()).isEqualTo(4);
    assertThat(watched.finalCentralStates()).containsExactly(Pair.LIMIT, Pair.LIMIT);
  }

  @Test
  void whatACriticSeesMustBeFinite() {
    MultiAgentSimulation inner = MultiAgentSimulation.of(new Pair(), 2);
    WatchedTeam watched = new WatchedTeam(inner, 10);
    watched.reset(1);
    inner.begin(1, Double.POSITIVE_INFINITY);

    assertThatThrownBy(() -> watched.step(new float[4]))
        .isInstanceOf(NotFiniteException.class)
        .hasMessage("a central state must be finite, but was Infinity (pair, row 1, number 0)");
  }

  @Test
  void whatACriticSawLastMustBeFiniteToo() {
    MultiAgentSimulation inner = MultiAgentSimulation.of(new Pair(), 2, 1);
    WatchedTeam watched = new WatchedTeam(inner, 10);
    watched.reset(1);
    inner.begin(1, Double.POSITIVE_INFINITY);

    assertThatThrownBy(() -> watched.step(new float[4]))
        .isInstanceOf(NotFiniteException.class)
        .hasMessageStartingWith("a last central state must be finite, but was Infinity (pair");
  }

  /// Two agents that see nothing but 0 and a critic that sees a count of steps; each has one choice
  /// open of two.
  private static final class Pair implements MultiAgentWorld {
    static final int LIMIT = 4;

    @Override
    public String name() {
      return "pair";
    }

    @Override
    public int timeLimit() {
      return LIMIT;
    }

    @Override
    public int agents() {
      return 2;
    }

    @Override
    public Space.Box observationSpace() {
      return Space.box(0, 0, 1);
    }

    @Override
    public Space actionSpace() {
      return new Space.Discrete(2);
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public void begin(double[] state, int at, RandomGenerator chance) {
      state[at] = 0;
    }

    @Override
    public boolean step(
        double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
      state[at]++;
      return false;
    }

    @Override
    public void observe(double[] state, int at, float[] into, int intoAt) {
      into[intoAt] = 0;
      into[intoAt + 1] = 0;
    }

    @Override
    public int centralStateSize() {
      return 1;
    }

    @Override
    public void centralState(double[] state, int at, float[] into, int intoAt) {
      into[intoAt] = (float) state[at];
    }

    @Override
    public boolean hasActionMasks() {
      return true;
    }

    @Override
    public void actionMasks(double[] state, int at, byte[] into, int intoAt) {
      into[intoAt] = 1;
      into[intoAt + 1] = 0;
      into[intoAt + 2] = 0;
      into[intoAt + 3] = 1;
    }
  }
}
