package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.world.CartPole;

class PpoTest {
  /// The defaults of Stable-Baselines3, pinned one by one.
  @Test
  void beginsWithTheDefaultsOfStableBaselines3() {
    assertThat(PpoSettings.stableBaselines3())
        .isEqualTo(
            new PpoSettings(
                1,
                2048,
                64,
                10,
                3e-4,
                false,
                0.99,
                0.95,
                0.2,
                false,
                0,
                0.5,
                0.5,
                0,
                true,
                List.of(64, 64),
                Activation.TANH,
                0f,
                false,
                0));
  }

  /// A random policy keeps the pole up for some 22 steps.
  @Test
  void learnsToKeepThePoleUp() {
    Ppo ppo = ppo(PpoSettings.zoo("CartPole-v1"), Kernels.fastest(), 1);

    learn(ppo, 25_000);

    assertThat(meanReturn(ppo, 10)).isGreaterThan(150);
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    PpoSettings small = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Ppo one = ppo(small, Kernels.fastest(), 9);
    Ppo same = ppo(small, Kernels.scalar(), 9);
    Ppo other = ppo(small, Kernels.fastest(), 10);

    learn(one, 512);
    learn(same, 512);
    learn(other, 512);

    assertThat(weights(one)).isEqualTo(weights(same)).isNotEqualTo(weights(other));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    PpoSettings small = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Ppo whole = ppo(small, Kernels.fastest(), 3);
    Ppo first = ppo(small, Kernels.fastest(), 3);
    Ppo second = ppo(small, Kernels.fastest(), 4);
    learn(first, 512);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(saved)) {
      first.save(out);
    }

    second.load(StateReader.from(new ByteArrayInputStream(saved.toByteArray())));
    learn(second, 1024);
    learn(whole, 1024);

    assertThat(weights(second)).isEqualTo(weights(whole));
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    Ppo small = ppo(PpoSettings.stableBaselines3(), Kernels.scalar(), 3);
    Ppo large = ppo(PpoSettings.stableBaselines3().withHidden(List.of(32)), Kernels.scalar(), 3);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(saved)) {
      small.save(out);
    }

    assertThatThrownBy(
            () -> large.load(StateReader.from(new ByteArrayInputStream(saved.toByteArray()))))
        .isInstanceOf(StateException.class)
        .hasMessage(
            "number of parameters must be 8, but the saved one was 12: it belongs to another architecture");
  }

  @Test
  void anEnvironmentOfAnotherSizeIsRefused() {
    VectorEnvironment two = Simulation.of(new CartPole(), 2);

    assertThatThrownBy(() -> new Ppo(Kernels.scalar(), two, PpoSettings.stableBaselines3(), 100, 1))
        .hasMessage(
            "PPO's environment must have the 1 copies of its settings, but CartPole-v1 had 2");
  }

  @Test
  void aMinibatchThatLeavesARestIsRefused() {
    assertThatThrownBy(() -> PpoSettings.stableBaselines3().withUpdates(1, 100, 64, 1))
        .hasMessage("PPO's minibatch must divide steps × copies = 100, but was 64");
  }

  private static Ppo ppo(PpoSettings settings, Kernels kernels, long seed) {
    return new Ppo(
        kernels, Simulation.of(new CartPole(), settings.copies()), settings, 100_000, seed);
  }

  private static void learn(Ppo ppo, long steps) {
    while (ppo.steps() < steps) {
      ppo.advance();
    }
  }

  private static List<List<Float>> weights(Ppo ppo) {
    return ppo.policy().parameters().list().stream()
        .map(Tensor::values)
        .map(PpoTest::list)
        .toList();
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new java.util.ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  private static double meanReturn(Ppo ppo, int episodes) {
    VectorEnvironment environment = Simulation.of(new CartPole(), 1);
    environment.reset(1_000);
    var acting = ppo.policy().acting(1);
    float[] action = new float[1];
    double sum = 0;
    int ended = 0;
    while (ended < episodes) {
      acting.mode(environment.observations(), action);
      environment.step(action);
      sum += environment.rewards()[0];
      if (environment.dones()[0] != VectorEnvironment.RUNNING) {
        ended++;
      }
    }
    return sum / episodes;
  }
}
