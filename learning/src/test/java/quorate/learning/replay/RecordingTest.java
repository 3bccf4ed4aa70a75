package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.weights.NamedTensor;
import quorate.learning.weights.Safetensors;
import quorate.learning.world.CartPole;

class RecordingTest {
  @TempDir Path folder;

  /// Always pushing right, the pole falls after some ten steps.
  private final Recording recording = played(3000);

  @Test
  void comesBackFromItsFileAsItWas() {
    Path file = folder.resolve("pole.safetensors");

    recording.write(file, "CartPole-v1");
    Recording read = Recording.read(file);

    assertThat(read.size()).isEqualTo(3000);
    assertThat(read.meanReturn()).isEqualTo(recording.meanReturn());
    Memory one = recording.memory(0.99);
    Memory other = read.memory(0.99);
    for (int place = 0; place < 3000; place++) {
      assertThat(step(other, place)).containsExactly(step(one, place));
    }
    assertThat(Safetensors.read(file).metadata()).containsEntry("environment", "CartPole-v1");
  }

  @Test
  void oneOfAnotherEnvironmentIsRefused() {
    Path file = folder.resolve("pole.safetensors");
    recording.write(file, "CartPole-v1");

    assertThat(Recording.read(file, "CartPole-v1").size()).isEqualTo(3000);
    assertThatThrownBy(() -> Recording.read(file, "Acrobot-v1"))
        .hasMessage(
            "a recording of Acrobot-v1 is needed, but this is one of CartPole-v1 (%s)", file);
  }

  /// A step that ended its episode has its last observation, not the next one's first.
  @Test
  void onlyStepsThatTerminatedHaveNoValueAfterwards() {
    Memory memory = recording.memory(0.99);
    int ended = 0;
    for (int place = 0; place < 3000; place++) {
      float[] step = step(memory, place);
      boolean fallen = Math.abs(step[8]) > 12 * Math.PI / 180;
      assertThat(step[10]).isEqualTo(fallen ? 0f : 0.99f);
      ended += fallen ? 1 : 0;
    }
    assertThat(recording.meanReturn()).isCloseTo(3000.0 / ended, within(0.1));
  }

  @Test
  void actionsAreBroughtWithinOne() {
    Recording other = recording.withinOne(new float[] {-1}, new float[] {3});

    assertThat(step(other.memory(0), 0)[4]).isZero();
    assertThat(step(recording.memory(0), 0)[4]).isEqualTo(1);
  }

  @Test
  void aFileOfSomethingElseIsRefused() {
    Path weights = folder.resolve("weights.safetensors");
    Safetensors.write(
        weights, List.of(new NamedTensor("q", new int[] {1}, new float[] {1})), Map.of());

    assertThatThrownBy(() -> Recording.read(weights))
        .hasMessageStartingWith(
            "a recording must have \"observations\" with 2 axes, but had [q] (");
  }

  @Test
  void aFileWithMoreOfOneThanOfAnotherIsRefused() {
    Path file = folder.resolve("odd.safetensors");
    Safetensors.write(
        file,
        List.of(
            new NamedTensor("observations", new int[] {2, 1}, new float[2]),
            new NamedTensor("actions", new int[] {2, 1}, new float[2]),
            new NamedTensor("rewards", new int[] {3}, new float[3]),
            new NamedTensor("next_observations", new int[] {2, 1}, new float[2]),
            new NamedTensor("ends", new int[] {2}, new float[2])),
        Map.of());

    assertThatThrownBy(() -> Recording.read(file))
        .hasMessageStartingWith(
            "a recording must have as many of everything as observations, 2, but had [2, 3, 2, 2] (");
  }

  private static Recording played(int steps) {
    Recording recording = new Recording(4, 1);
    VectorEnvironment environment = Simulation.of(new CartPole(), 1);
    environment.reset(3);
    for (int i = 0; i < steps; i++) {
      float[] seen = environment.observations().clone();
      float[] done = {1};
      environment.step(done);
      recording.add(seen, done, environment);
    }
    return recording;
  }

  private static float[] step(Memory from, int place) {
    float[] seen = new float[4];
    float[] done = new float[1];
    float[] reward = new float[1];
    float[] then = new float[4];
    float[] discount = new float[1];
    from.copy(new int[] {place}, seen, done, reward, then, discount);
    return new float[] {
      seen[0],
      seen[1],
      seen[2],
      seen[3],
      done[0],
      reward[0],
      then[0],
      then[1],
      then[2],
      then[3],
      discount[0]
    };
  }
}
