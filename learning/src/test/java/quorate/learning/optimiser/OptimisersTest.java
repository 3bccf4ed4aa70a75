package quorate.learning.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// What all optimisers have in common.
class OptimisersTest {
  static List<OptimiserSettings> all() {
    return List.of(
        Adam.Settings.adamW(),
        Sgd.Settings.defaults(),
        new Sgd.Settings(0.9, false, 0.01),
        new Sgd.Settings(0.9, true, 0.01),
        RmsProp.Settings.defaults(),
        new RmsProp.Settings(0.9, 1e-5, 0.9, true, 0.01));
  }

  @ParameterizedTest
  @MethodSource("all")
  void goOnFromASavedStateBitForBit(OptimiserSettings settings) {
    Parameters parameters = someParameters();
    Optimiser whole = settings.begin(Kernels.fastest(), parameters);
    steps(whole, parameters, 0, 5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      whole.save(out);
    }
    Parameters others = parameters.copy();
    Optimiser resumed = settings.begin(Kernels.fastest(), others);
    try (StateReader in = StateReader.from(new ByteArrayInputStream(bytes.toByteArray()))) {
      resumed.load(in);
    }

    steps(whole, parameters, 5, 10);
    steps(resumed, others, 5, 10);

    assertThat(others.get("x").values()).containsExactly(parameters.get("x").values());
    assertThat(others.get("y").values()).containsExactly(parameters.get("y").values());
  }

  @Test
  void refuseTheStateOfAnother() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      Sgd.Settings.defaults().begin(Kernels.fastest(), someParameters()).save(out);
    }
    Optimiser other = RmsProp.Settings.defaults().begin(Kernels.fastest(), someParameters());

    assertThatThrownBy(
            () -> other.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray()))))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("RMSProp");
  }

  @ParameterizedTest
  @MethodSource("all")
  void stepWithoutAllocating(OptimiserSettings settings) {
    Parameters parameters = someParameters();
    Optimiser optimiser = settings.begin(Kernels.fastest(), parameters);
    steps(optimiser, parameters, 0, 1);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    long least = Long.MAX_VALUE;
    for (int window = 0; window < 3000 && least >= 1600; window++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        optimiser.step(1e-6, 1f);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    // An object a step would be 16,000 bytes; asking for the count allocates a little itself.
    assertThat(least).isLessThan(1600);
  }

  /// Each centred step once gave NaN where the mean's square rounds to more than the mean square.
  @Test
  void aConstantGradientLeavesCentredRmsPropFinite() {
    Parameters parameters = new Parameters();
    Tensor x = parameters.add("x", 1);
    Optimiser optimiser =
        new RmsProp.Settings(0.1, 1e-8, 0, true, 0).begin(Kernels.fastest(), parameters);
    for (int i = 0; i < 500; i++) {
      x.gradient()[0] = 0.3f + i * 1e-3f;
      for (int j = 0; j < 20; j++) {
        optimiser.step(1e-9, 1f);
      }
    }

    assertThat(x.values()[0]).isFinite();
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(() -> new Sgd.Settings(1, false, 0))
        .hasMessage("SGD's momentum must be from 0 to below 1, but was 1.0");
    assertThatThrownBy(() -> new Sgd.Settings(0, true, 0)).hasMessageContaining("Nesterov");
    assertThatThrownBy(() -> new Sgd.Settings(0, false, Double.NaN)).hasMessageContaining("decay");
    assertThatThrownBy(() -> new RmsProp.Settings(1, 1e-8, 0, false, 0))
        .hasMessage("RMSProp's alpha and momentum must be from 0 to below 1, but were 1.0 and 0.0");
    assertThatThrownBy(() -> new RmsProp.Settings(0.9, 0, 0, false, 0))
        .hasMessageContaining("epsilon");
  }

  private static Parameters someParameters() {
    Parameters parameters = new Parameters();
    Philox chance = Philox.seeded(1);
    for (Tensor each : List.of(parameters.add("x", 37), parameters.add("y", 2, 3))) {
      for (int i = 0; i < each.values().length; i++) {
        each.values()[i] = (float) chance.nextGaussian();
      }
    }
    return parameters;
  }

  private static void steps(Optimiser optimiser, Parameters parameters, int from, int to) {
    for (int t = from; t < to; t++) {
      Philox chance = Philox.seeded(t);
      for (Tensor each : parameters.list()) {
        for (int i = 0; i < each.gradient().length; i++) {
          each.gradient()[i] = (float) chance.nextGaussian();
        }
      }
      optimiser.step(0.01, 0.7f);
    }
  }
}
