package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.learner.Learner;
import quorate.learning.world.CartPole;
import quorate.learning.world.Pendulum;

class RecorderTest {
  private static final Learner.Acting RIGHT = (seen, into) -> into[0] = 1;

  /// Half of the random choices are what would have been done anyway.
  @Test
  void mixesSoMuchChanceIn() {
    Recording recording = new Recorder(0.3, 4).record(RIGHT, pole(1), 20_000);

    assertThat(recording.size()).isEqualTo(20_000);
    assertThat(meanAction(recording)).isCloseTo(1 - 0.3 / 2, within(0.01));
  }

  @Test
  void drawsContinuousActionsFromTheirBounds() {
    Recording recording =
        new Recorder(1, 4).record(RIGHT, Simulation.of(new Pendulum(), 1), 20_000);

    float[] action = new float[1];
    Memory memory = recording.memory(0);
    double sum = 0;
    double squares = 0;
    for (int place = 0; place < 20_000; place++) {
      memory.copy(
          new int[] {place}, new float[3], action, new float[1], new float[3], new float[1]);
      sum += action[0];
      squares += action[0] * action[0];
    }
    assertThat(sum / 20_000).isCloseTo(0, within(0.03));
    assertThat(squares / 20_000).isCloseTo(4.0 / 3, within(0.03));
  }

  @Test
  void anActionOutsideItsBoundsIsPlayedAtTheBorder() {
    Learner.Acting strong = (seen, into) -> into[0] = 5;

    Recording recording = new Recorder(0, 4).record(strong, Simulation.of(new Pendulum(), 1), 100);

    assertThat(meanAction(recording)).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameRecording() {
    Recording one = new Recorder(0.3, 4).record(RIGHT, pole(1), 500);
    Recording same = new Recorder(0.3, 4).record(RIGHT, pole(1), 500);
    Recording other = new Recorder(0.3, 5).record(RIGHT, pole(1), 500);

    assertThat(firstSight(same)).containsExactly(firstSight(one));
    assertThat(meanAction(same)).isEqualTo(meanAction(one));
    assertThat(firstSight(other)).isNotEqualTo(firstSight(one));
  }

  @Test
  void whatCannotBeRecordedIsRefused() {
    assertThatThrownBy(() -> new Recorder(1.5, 1))
        .hasMessage("the share of random steps must be from 0 to 1, but was 1.5");
    assertThatThrownBy(() -> new Recorder(0, 1).record(RIGHT, pole(2), 10))
        .hasMessage(
            "a recording needs an environment of 1 row and at least 1 step, but was given 2 and 10 (CartPole-v1)");
    assertThatThrownBy(() -> new Recorder(0, 1).record(RIGHT, pole(1), 0))
        .hasMessage(
            "a recording needs an environment of 1 row and at least 1 step, but was given 1 and 0 (CartPole-v1)");
  }

  /// Two copies end their episodes at different times; recorded one after the other, each step
  /// leads to the one behind it.
  @Test
  void aRunOfSeveralCopiesIsRecordedEpisodeByEpisode() {
    RecordedSteps environment = new RecordedSteps(pole(2));
    environment.reset(3);
    float[] actions = new float[2];
    int ended = 0;
    for (int i = 0; i < 300; i++) {
      actions[0] = 1;
      actions[1] = i % 3 == 0 ? 1 : 0;
      environment.step(actions);
      for (byte done : environment.dones()) {
        ended += done == VectorEnvironment.RUNNING ? 0 : 1;
      }
    }

    Recording recording = environment.recording();
    Memory memory = recording.memory(0.99);
    assertThat(recording.meanReturn()).isEqualTo((double) recording.size() / ended);
    assertThat(recording.size()).isBetween(500, 600);
    int last = 0;
    for (int place = 0; place + 1 < recording.size(); place++) {
      Step step = at(memory, place);
      if (step.discount() == 0) {
        last++;
      } else {
        assertThat(at(memory, place + 1).seen()).containsExactly(step.then());
      }
    }
    assertThat(last).isEqualTo(ended - 1);
  }

  /// The episode under way when a state is loaded is not known from its beginning.
  @Test
  void onlyWholeEpisodesAreRecorded() {
    RecordedSteps environment = new RecordedSteps(pole(1));
    environment.reset(3);
    float[] right = {1};
    environment.step(right);
    environment.reset(4);
    while (environment.recording().size() == 0) {
      environment.step(right);
    }

    assertThat(firstSight(environment.recording())).containsExactly(beginning(4));
  }

  private static float[] beginning(long seed) {
    VectorEnvironment environment = pole(1);
    environment.reset(seed);
    return environment.observations();
  }

  private static VectorEnvironment pole(int copies) {
    return Simulation.of(new CartPole(), copies);
  }

  private static float[] firstSight(Recording recording) {
    return at(recording.memory(0), 0).seen();
  }

  private static double meanAction(Recording recording) {
    Memory memory = recording.memory(0);
    double sum = 0;
    for (int place = 0; place < recording.size(); place++) {
      sum += at(memory, place).done();
    }
    return sum / recording.size();
  }

  @SuppressWarnings("ArrayRecordComponent") // read by these tests alone
  private record Step(float[] seen, float done, float[] then, float discount) {}

  private static Step at(Memory memory, int place) {
    float[] seen = new float[4];
    float[] done = new float[1];
    float[] then = new float[4];
    float[] discount = new float[1];
    memory.copy(new int[] {place}, seen, done, new float[1], then, discount);
    return new Step(seen, done[0], then, discount[0]);
  }
}
