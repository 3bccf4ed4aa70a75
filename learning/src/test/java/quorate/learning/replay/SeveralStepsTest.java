package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;

class SeveralStepsTest {
  /// Counts its steps, each of which earns its number; ends where it is told.
  private record Count(int end) implements World {
    @Override
    public String name() {
      return "Count";
    }

    @Override
    public int timeLimit() {
      return 5;
    }

    @Override
    public Space.Box observationSpace() {
      return Space.unbounded(1);
    }

    @Override
    public Space actionSpace() {
      return Space.unbounded(1);
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
      rewards[rewardsAt] = (float) state[at];
      return state[at] == end;
    }

    @Override
    public void observe(double[] state, int at, float[] into, int intoAt) {
      into[intoAt] = (float) state[at];
    }
  }

  private final Memory memory = new Memory(20, 1, 1);
  private final List<Integer> taken = new ArrayList<>();

  /// Seen, done (ten times what is seen), sum, seen then, discount.
  @Test
  void withOneStepEveryStepIsTakenAtOnce() {
    play(new Count(3), 1, 3);

    assertThat(step(0)).containsExactly(0, 0, 1, 1, 0.5f);
    assertThat(step(1)).containsExactly(1, 10, 2, 2, 0.5f);
    assertThat(step(2)).containsExactly(2, 20, 3, 3, 0);
    assertThat(taken).containsExactly(0, 1, 2);
  }

  /// With γ = ½: 1 + 2/2 + 3/4 = 2.75 and 2 + 3/2 + 4/4 = 4.5; at the end 3 + 4/2 = 5, and 4.
  @Test
  void anEpisodeThatTerminatesHasNoValueAfterwards() {
    play(new Count(4), 3, 4);

    assertThat(step(0)).containsExactly(0, 0, 2.75f, 3, 0.125f);
    assertThat(step(1)).containsExactly(1, 10, 4.5f, 4, 0);
    assertThat(step(2)).containsExactly(2, 20, 5, 4, 0);
    assertThat(step(3)).containsExactly(3, 30, 4, 4, 0);
    assertThat(memory.size()).isEqualTo(4);
  }

  @Test
  void anEpisodeThatWasCutGoesOnWithTheValueOfItsLastObservation() {
    play(new Count(100), 3, 7);

    // 3 + 4/2 + 5/4, then the value after 3 steps; 5 alone, then the value after 1.
    assertThat(step(2)).containsExactly(2, 20, 6.25f, 5, 0.125f);
    assertThat(step(3)).containsExactly(3, 30, 6.5f, 5, 0.25f);
    assertThat(step(4)).containsExactly(4, 40, 5, 5, 0.5f);
    assertThat(memory.size()).isEqualTo(5);
  }

  @Test
  void goesOnFromASavedState() {
    SeveralSteps steps = play(new Count(100), 3, 2);
    Memory other = new Memory(20, 1, 1);
    SeveralSteps resumed = Carried.into(steps(other, 3), steps);
    VectorEnvironment environment = Simulation.of(new Count(100), 1);
    environment.reset(1);
    environment.step(new float[] {5});

    resumed.add(new float[] {7}, new float[] {8}, environment);

    assertThat(other.size()).isEqualTo(1);
    assertThat(step(other, 0)).containsExactly(0, 0, 1 + 2 / 2f + 1 / 4f, 1, 0.125f);
  }

  @Test
  void returnsOverNoStepAreRefused() {
    assertThatThrownBy(() -> steps(memory, 0))
        .hasMessage("returns must be over at least 1 step, but were over 0");
  }

  private SeveralSteps play(Count world, int n, int count) {
    SeveralSteps steps = steps(memory, n);
    VectorEnvironment environment = Simulation.of(world, 1);
    environment.reset(1);
    for (int i = 0; i < count; i++) {
      float[] seen = environment.observations().clone();
      float[] done = {10 * seen[0]};
      environment.step(done);
      steps.add(seen, done, environment);
    }
    return steps;
  }

  private SeveralSteps steps(Memory into, int n) {
    return new SeveralSteps(into, 1, n, 0.5, 1, 1, taken::add);
  }

  private float[] step(int place) {
    return step(memory, place);
  }

  private static float[] step(Memory from, int place) {
    float[] seen = new float[1];
    float[] done = new float[1];
    float[] reward = new float[1];
    float[] then = new float[1];
    float[] discount = new float[1];
    from.copy(new int[] {place}, seen, done, reward, then, discount);
    return new float[] {seen[0], done[0], reward[0], then[0], discount[0]};
  }
}
