package quorate.learning.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

class AverageWeightsTest {
  private static final Kernels KERNELS = Kernels.fastest();

  private final Parameters parameters = new Parameters();
  private final Tensor x = parameters.add("x", 1);

  /// From 8: 8 + ¼(0 − 8) = 6, then 6 + ¼(2 − 6) = 5.
  @Test
  void followsByItsPartFromWhereItBegan() {
    x.set(8);
    AverageWeights average = AverageWeights.of(KERNELS, parameters, 0.25);
    x.set(0);
    average.follow();
    x.set(2);

    average.follow();

    assertThat(average.parameters().get("x").value()).isEqualTo(5);
    assertThat(x.value()).isEqualTo(2);
  }

  @Test
  void changesPlacesAndBack() {
    x.set(8);
    AverageWeights average = AverageWeights.of(KERNELS, parameters, 0.5);
    x.set(0);
    average.follow();

    average.exchange();

    assertThat(x.value()).isEqualTo(4);
    average.exchange();
    assertThat(x.value()).isZero();
    assertThat(average.parameters().get("x").value()).isEqualTo(4);
  }

  @Test
  void isSavedAndLoaded() {
    x.set(8);
    AverageWeights average = AverageWeights.of(KERNELS, parameters, 0.25);
    x.set(0);
    average.follow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      average.save(out);
    }
    AverageWeights other = AverageWeights.of(KERNELS, parameters, 0.25);

    other.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(other.parameters().get("x").value()).isEqualTo(6);
  }

  @Test
  void refusesAPartThatIsNoneAndParametersOfAnotherForm() {
    assertThatThrownBy(() -> AverageWeights.of(KERNELS, parameters, 0))
        .hasMessage(
            "the part of the way that an average goes must be above 0 and at most 1, but was 0.0");
    Parameters other = new Parameters();
    other.add("y", 1);
    assertThatThrownBy(() -> new AverageWeights(KERNELS, other, parameters, 1))
        .hasMessageContaining("same names and shapes");
  }
}
