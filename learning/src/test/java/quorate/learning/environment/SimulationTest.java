package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorate.learning.environment.VectorEnvironment.RUNNING;
import static quorate.learning.environment.VectorEnvironment.TERMINATED;
import static quorate.learning.environment.VectorEnvironment.TRUNCATED;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quorate.learning.state.StateException;

class SimulationTest {
  @Test
  void beginsTheNextEpisodeByItselfInTheStepThatEndsOne() {
    Simulation counting = Simulation.of(new Counting(100), 2);
    counting.reset(1);
    float first = counting.observations()[1];
    counting.step(new float[] {2, 3});

    counting.step(new float[] {2, 3});

    assertThat(counting.dones()).containsExactly(TERMINATED, RUNNING);
    assertThat(counting.rewards()).containsExactly(2, 2);
    assertThat(counting.finalObservations()[0]).isEqualTo(2);
    assertThat(counting.finalObservations()[1]).isEqualTo(first);
    assertThat(counting.observations()[0]).isZero();
    assertThat(counting.observations()[1]).isNotEqualTo(first);
    assertThat(counting.observations()[2]).isEqualTo(2);

    counting.step(new float[] {2, 3});

    assertThat(counting.dones()).containsExactly(RUNNING, TERMINATED);
    assertThat(counting.rewards()).containsExactly(1, 3);
  }

  @Test
  void tellsTheTimeLimitFromAnEndOfTheWorldsOwn() {
    Simulation counting = Simulation.of(new Counting(3), 3);
    counting.reset(1);
    float[] actions = {0, 3, 2};

    counting.step(actions);
    counting.step(actions);
    assertThat(counting.dones()).containsExactly(RUNNING, RUNNING, TERMINATED);
    counting.step(actions);

    assertThat(counting.dones()).containsExactly(TRUNCATED, TERMINATED, RUNNING);
    assertThat(counting.finalObservations()[0]).isEqualTo(3);
  }

  @Test
  void takesATimeLimitOfTheCallers() {
    Simulation counting = Simulation.of(new Counting(100), 1, 2);
    counting.reset(1);

    counting.step(new float[1]);
    assertThat(counting.dones()).containsExactly(RUNNING);
    counting.step(new float[1]);
    assertThat(counting.dones()).containsExactly(TRUNCATED);
  }

  @Test
  void givesACopyTheSameCourseAmongFewAndAmongMany() {
    Simulation few = Simulation.of(new Counting(4), 2);
    Simulation many = Simulation.of(new Counting(4), 50);
    few.reset(7);
    many.reset(7);

    for (int i = 0; i < 20; i++) {
      assertThat(Arrays.copyOf(many.observations(), 4)).isEqualTo(few.observations());
      few.step(new float[2]);
      many.step(new float[50]);
    }
  }

  @Test
  void givesNoTwoCopiesOrSeedsTheSameBeginnings() {
    Simulation counting = Simulation.of(new Counting(1), 50);
    Set<Float> seen = new HashSet<>();

    for (int seed = 0; seed < 20; seed++) {
      counting.reset(seed);
      for (int copy = 0; copy < 50; copy++) {
        seen.add(counting.observations()[2 * copy + 1]);
      }
    }

    // Floats in [0, 1) have 2²⁴ values or more: of 1,000 draws 0.03 pairs are expected to be equal.
    assertThat(seen).hasSizeGreaterThanOrEqualTo(999);
  }

  @Test
  void beginsFromAStateOfTheCallers() {
    Simulation counting = Simulation.of(new Counting(2), 2);
    counting.reset(1);
    counting.step(new float[2]);

    counting.begin(1, 5, 0.25);
    assertThat(counting.observations()[2]).isEqualTo(5);
    counting.step(new float[2]);

    assertThat(counting.state(1)).containsExactly(6, 0.25);
    assertThat(counting.dones()).containsExactly(TRUNCATED, RUNNING);
    assertThatThrownBy(() -> counting.begin(0, 1))
        .hasMessage("a state must have 2 numbers, but had 1 (counting)");
  }

  @Test
  void goesOnFromASavedStateWhereItWas() {
    Simulation whole = Simulation.of(new Counting(5), 3);
    whole.reset(3);
    float[] actions = {0, 2, 3};
    for (int i = 0; i < 4; i++) {
      whole.step(actions);
    }

    Simulation resumed = Saved.into(Simulation.of(new Counting(5), 3), whole);

    for (int i = 0; i < 12; i++) {
      assertThat(resumed.observations()).isEqualTo(whole.observations());
      assertThat(resumed.finalObservations()).isEqualTo(whole.finalObservations());
      assertThat(resumed.rewards()).isEqualTo(whole.rewards());
      assertThat(resumed.dones()).isEqualTo(whole.dones());
      whole.step(actions);
      resumed.step(actions);
    }
  }

  @Test
  void refusesTheStateOfAnotherSimulation() {
    Simulation three = Simulation.of(new Counting(5), 3);
    three.reset(1);

    assertThatThrownBy(() -> Saved.into(Simulation.of(new Counting(5), 2), three))
        .isInstanceOf(StateException.class)
        .hasMessage(
            "the number of copies must be that of the saved state, 3, but was 2 (counting)");
    assertThatThrownBy(() -> Saved.into(Simulation.of(new Counting(6), 3), three))
        .isInstanceOf(StateException.class)
        .hasMessage("the time limit must be that of the saved state, 5, but was 6 (counting)");
  }

  @Test
  void refusesAnActionOutsideItsSpaceBeforeAnyCopyMoves() {
    Simulation counting = Simulation.of(new Counting(5), 3);
    counting.reset(1);

    assertThatThrownBy(() -> counting.step(new float[] {0, 10, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an action must lie in 0 … 9 (10 choices), but was 10.0 (counting, copy 1)");
    assertThatThrownBy(() -> counting.step(new float[] {0, 0, Float.NaN}))
        .hasMessage("an action must lie in 0 … 9 (10 choices), but was NaN (counting, copy 2)");
    assertThatThrownBy(() -> counting.step(new float[2]))
        .hasMessage("actions must be 3 rows of 1 numbers, but were 2 numbers (counting)");
    assertThat(counting.observations()[0]).isZero();
  }

  @Test
  void refusesToStepBeforeItsReset() {
    assertThatThrownBy(() -> Simulation.of(new Counting(5), 1).step(new float[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an environment must be reset before its first step (counting)");
  }

  @Test
  void refusesToHaveNoCopiesOrNoTime() {
    assertThatThrownBy(() -> Simulation.of(new Counting(5), 0))
        .hasMessage("copies must be at least 1, but was 0 (counting)");
    assertThatThrownBy(() -> Simulation.of(new Counting(0), 1))
        .hasMessage("the time limit must be at least 1 step, but was 0 (counting)");
  }
}
