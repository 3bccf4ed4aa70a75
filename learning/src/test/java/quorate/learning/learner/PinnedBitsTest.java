package quorate.learning.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Simulation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.TransformerEncoder;
import quorate.learning.optimiser.Adam;
import quorate.learning.ppo.Ppo;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.world.CartPole;

/// What training gives is the same bit for bit on every machine, whatever the width of its vectors:
/// checksums of weights, pinned. Who changes the order of a sum or a polynomial on purpose changes
/// them, and every run that others have recorded with it.
@Tag("widths")
class PinnedBitsTest {
  // CRC-32C of the bits of all weights.
  private static final int PPO = 1_128_363_034;
  private static final int TRANSFORMER = -2_081_329_940;

  static Stream<Kernels> kinds() {
    return Stream.of(Kernels.scalar(), Kernels.fastest());
  }

  /// Two rollouts of 128 steps on a pole, two passes over each in parts of 32.
  @ParameterizedTest
  @MethodSource("kinds")
  void aShortRunOfPpo(Kernels kernels) {
    PpoSettings settings = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Simulation poles = Simulation.of(new CartPole(), settings.copies());
    Ppo ppo = new Ppo(kernels, poles, settings, 100_000, 9);

    Trials.learn(ppo, 256);

    assertThat(checksum(ppo.parameters())).isEqualTo(PPO);
  }

  /// One step of AdamW on three sequences of 20 steps, with dropout.
  @ParameterizedTest
  @MethodSource("kinds")
  void aStepOfATransformer(Kernels kernels) {
    Philox chance = Philox.seeded(6);
    Parameters parameters = new Parameters();
    var settings = new TransformerEncoder.Settings(2, 40, 4, 70, true, true, 0.1f);
    var encoder =
        new TransformerEncoder(parameters, "x", settings, DropoutChance.seeded(2), chance);
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor x = g.input("x", 3, 20, 40);
    for (int i = 0; i < x.values().length; i++) {
      x.values()[i] = chance.nextFloat() - 0.5f;
    }
    Tensor difference = g.subtract(encoder.apply(g, x), x);
    Graph graph = g.training(g.mean(g.square(difference)));

    graph.forward();
    graph.backward();
    Adam.Settings.adamW().begin(kernels, parameters).step(1e-3, 1);

    assertThat(checksum(parameters)).isEqualTo(TRANSFORMER);
  }

  private static int checksum(Parameters parameters) {
    CRC32C sum = new CRC32C();
    List<Tensor> all = parameters.list();
    for (Tensor each : all) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * each.values().length);
      bytes.asFloatBuffer().put(each.values());
      sum.update(bytes);
    }
    return (int) sum.getValue();
  }
}
