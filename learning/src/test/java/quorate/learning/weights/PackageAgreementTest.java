package quorate.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against files of the Python package, which `src/test/fixtures/safetensors_fixtures.py` wrote.
class PackageAgreementTest {
  @TempDir Path folder;

  @Test
  void ourBytesAreThePackagesBytes() throws IOException {
    Path theirs = fixture("f32.safetensors");
    Path ours = folder.resolve("ours");
    Safetensors content = Safetensors.read(theirs);

    Safetensors.write(ours, content.tensors(), content.metadata());

    assertThat(content.tensors()).hasSize(9);
    assertThat(content.metadata()).isEmpty();
    assertThat(ours).hasSameBinaryContentAs(theirs);
  }

  @Test
  void awkwardNamesShapesAndNumbersAreRead() {
    Safetensors content = Safetensors.read(fixture("f32.safetensors"));

    assertThat(content.tensor("scale"))
        .contains(new NamedTensor("scale", new int[0], new float[] {-0.5f}));
    assertThat(content.tensor("none"))
        .contains(new NamedTensor("none", new int[] {0, 3}, new float[0]));
    assertThat(content.tensor("policy/0.weight").orElseThrow().shape()).containsExactly(3, 5);
    assertThat(content.tensor("tab\t\"quoted\" back\\slash").orElseThrow().values())
        .containsExactly(Float.MIN_VALUE, Float.MAX_VALUE, -0f);
    assertThat(content.tensor("größe").orElseThrow().values()).containsExactly(2);
    assertThat(content.tensor("\ud83d\ude00").orElseThrow().values()).containsExactly(4);
  }

  @Test
  void everyKindOfNumberIsRead() throws IOException {
    Safetensors content = Safetensors.read(fixture("kinds.safetensors"));
    JsonNode values;
    try (InputStream json = Files.newInputStream(fixture("kinds.json"))) {
      values = JsonMapper.shared().readTree(json);
    }

    assertThat(content.metadata()).isEqualTo(Map.of("format", "np"));
    assertThat(content.tensors()).hasSize(6);
    for (NamedTensor tensor : content.tensors()) {
      JsonNode expected = Objects.requireNonNull(values.get(tensor.name()), tensor.name());
      assertThat(tensor.size()).isEqualTo(expected.size());
      for (int i = 0; i < tensor.size(); i++) {
        assertThat(tensor.values()[i])
            .as("%s, value %d", tensor, i)
            .isEqualTo((float) expected.get(i).asDouble());
      }
    }
    assertThat(content.tensor("i32").orElseThrow().shape()).containsExactly(2, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool | is \"BOOL\"; save it as F32",
        "inexact | value 0 of tensor \"inexact\" is 16777217, which has no exact 32-bit number",
        "large | value 0 of tensor \"large\" is 1.0E39, which is larger than any 32-bit number",
        "nan | value 1 of tensor \"nan\" is NaN",
      })
  void numbersThatNoFloatCanSayAreRefused(String name, String because) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> Safetensors.read(fixture("refused-" + name + ".safetensors")))
        .withMessageContaining("refused-" + name + ".safetensors")
        .withMessageContaining(because);
  }

  private static Path fixture(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(PackageAgreementTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
