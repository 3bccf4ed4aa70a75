package quorate.learning.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.Space;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recorder;
import quorate.learning.replay.Recording;
import quorate.learning.world.Pendulum;

class ActionCloningTest {
  private static final Space.Box TORQUES = (Space.Box) new Pendulum().actionSpace();

  /// A torque of −1.5 where the pendulum hangs to the one side, 1 where to the other; any torque in
  /// 30 % of the steps.
  private final Recording shown =
      new Recorder(0.3, 4)
          .record(
              (seen, into) -> into[0] = seen[1] > 0 ? 1 : -1.5f,
              Simulation.of(new Pendulum(), 1),
              5000);

  @Test
  void doesWhatWasDoneInMostStepsAndNotTheMeanOfAll() {
    ActionCloning clone = clone(Kernels.fastest(), 1);

    Trials.learn(clone, 1500);

    float[] torques = new float[2];
    clone.acting(2).act(new float[] {0, 1, 0, 0, -1, 0}, torques);
    assertThat(torques[0]).isCloseTo(1, within(0.12f));
    assertThat(torques[1]).isCloseTo(-1.5f, within(0.12f));
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    ActionCloning one = clone(Kernels.fastest(), 3);
    ActionCloning same = clone(Kernels.scalar(), 3);

    one.advance();
    same.advance();

    assertThat(Trials.weights(one)).isEqualTo(Trials.weights(same));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    ActionCloning whole = clone(Kernels.fastest(), 3);
    ActionCloning resumed = clone(Kernels.fastest(), 4);
    whole.advance();

    Trials.resume(resumed, Trials.saved(whole));
    whole.advance();
    resumed.advance();

    assertThat(Trials.saved(resumed)).isEqualTo(Trials.saved(whole));
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    assertThatThrownBy(() -> clone(new Recording(3, 2)))
        .hasMessage(
            "recorded actions must have the 1 numbers of their space, but had 2: it was recorded in another world");
    assertThatThrownBy(() -> clone(new Recording(3, 1)))
        .hasMessage(
            "a recording to learn from must have at least 1 step, but had 0: record some first");
  }

  private static ActionCloning clone(Recording recording) {
    return new ActionCloning(Kernels.scalar(), recording, TORQUES, List.of(8), 8, 1e-3, 1);
  }

  private ActionCloning clone(Kernels kernels, long seed) {
    return new ActionCloning(kernels, shown, TORQUES, List.of(32), 64, 3e-3, seed);
  }
}
