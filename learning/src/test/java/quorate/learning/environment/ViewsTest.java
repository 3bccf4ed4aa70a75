package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// Environments that show another's observations in another form.
class ViewsTest {
  @Test
  void stackTheNewestFramesOldestFirst() {
    StackedFrames stacked = new StackedFrames(steps(1), 3);
    stacked.reset(1);
    assertThat(stacked.observations()).containsExactly(0, 0, 0);

    stacked.step(new float[1]);
    assertThat(stacked.observations()).containsExactly(0, 0, 1);
    stacked.step(new float[1]);
    stacked.step(new float[1]);
    assertThat(stacked.observations()).containsExactly(1, 2, 3);
    assertThat(stacked.observationSpace()).isEqualTo(Space.box(0, Float.POSITIVE_INFINITY, 3));
  }

  @Test
  void mixNoFramesOfTwoEpisodes() {
    StackedFrames stacked = new StackedFrames(steps(2), 3);
    stacked.reset(1);
    float[] actions = {2, 0};
    stacked.step(actions);

    stacked.step(actions);

    assertThat(stacked.finalObservations()).startsWith(0, 1, 2);
    assertThat(stacked.observations()).containsExactly(0, 0, 0, 0, 1, 2);
  }

  @Test
  void showTheChosenColumnsInTheirOrder() {
    Simulation counting = Simulation.of(new Counting(9), 2);
    ChosenColumns chosen = new ChosenColumns(counting, 1, 0);
    chosen.reset(1);
    float drawn = counting.observations()[1];
    assertThat(chosen.observations()).startsWith(drawn, 0);

    chosen.step(new float[] {1, 0});

    assertThat(chosen.finalObservations()).startsWith(drawn, 1);
    assertThat(chosen.observations()[3]).isEqualTo(1);
    assertThat(chosen.observationSpace())
        .isEqualTo(new Space.Box(new float[] {0, 0}, new float[] {1, Float.POSITIVE_INFINITY}));
  }

  @Test
  void goOnFromASavedState() {
    float[] actions = {2, 0, 3};
    VectorEnvironment whole = new StackedFrames(steps(3), 4);
    whole.reset(1);
    for (int i = 0; i < 5; i++) {
      whole.step(actions);
    }

    VectorEnvironment resumed = Saved.into(new StackedFrames(steps(3), 4), whole);

    for (int i = 0; i < 10; i++) {
      assertThat(resumed.observations()).isEqualTo(whole.observations());
      assertThat(resumed.finalObservations()).isEqualTo(whole.finalObservations());
      whole.step(actions);
      resumed.step(actions);
    }
  }

  @Test
  void allocateNothingPerStepHoweverDeepTheyAre() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    VectorEnvironment deep =
        new NormalisedRewards(
            NormalisedObservations.learning(new StackedFrames(steps(8), 4)), 0.99);
    EpisodeStatistics statistics = new EpisodeStatistics(8, 100);
    float[] actions = {0, 1, 2, 3, 4, 5, 6, 7};
    deep.reset(1);
    long least = Long.MAX_VALUE;

    for (int round = 0; round < 8; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 2000; i++) {
        deep.step(actions);
        statistics.observe(deep.rewards(), deep.dones());
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
    assertThat(statistics.episodes()).isPositive();
  }

  @Test
  void refuseFramesAndColumnsThatAreNotThere() {
    assertThatThrownBy(() -> new StackedFrames(steps(1), 0))
        .hasMessage("frames must be at least 1, but was 0 (counting)");
    assertThatThrownBy(() -> new ChosenColumns(steps(1), 0, 1))
        .hasMessage(
            "columns must be among the 1 of an observation, at least one, but were [0, 1]"
                + " (counting)");
  }

  /// Shows the number of the step alone.
  private static VectorEnvironment steps(int copies) {
    return new ChosenColumns(Simulation.of(new Counting(9), copies), 0);
  }
}
