package quorate.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.learning.graph.Shape;
import quorate.learning.inference.Inference;
import quorate.learning.inference.Port;

class OnnxInferenceTest {
  private static final OnnxSettings SETTINGS = OnnxSettings.defaults();

  private static byte[] fixture(String name) throws IOException {
    try (InputStream file = OnnxInferenceTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  /// First layer: row 1 2 3 4 gives (7.1, 8.2, 9.3), above 0, which Elu keeps; row −1 0 0 0 gives
  /// (0, 0, 0). Second: 0.1·7.1 + 0.3·8.2 + 0.5·9.3 + 0.1 and so on.
  @Test
  void runsAModelOfAnotherTool() throws IOException {
    try (Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS.withRows(2))) {
      assertThat(mlp.inputs()).containsExactly(new Port("observation", Shape.of(2, 4)));
      assertThat(mlp.outputs()).containsExactly(new Port("scores", Shape.of(2, 2)));
      mlp.feed("observation", 1, 2, 3, 4, -1, 0, 0, 0);

      mlp.run();

      assertThat(mlp.output("scores"))
          .containsExactly(new float[] {7.92f, 10.48f, 0.1f, 0.2f}, within(1e-5f));
    }
  }

  @Test
  void keepsItsBuffersFromRunToRun() throws IOException {
    try (Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS)) {
      float[] in = mlp.input("observation");
      float[] out = mlp.output("scores");
      mlp.run();
      float before = out[0];
      in[0] = 5;

      mlp.run();

      assertThat(out[0]).isNotEqualTo(before);
      assertThat(mlp.output("scores")).isSameAs(out);
    }
  }

  @Test
  void takesTheSizesOfFreeAxesFromTheSettings() throws IOException {
    OnnxSettings settings = SETTINGS.withShape("x", 2, 3);
    try (Inference mean = OnnxInference.open(fixture("dynamic.onnx"), settings)) {
      mean.feed("x", 1, 2, 3, 4, 5, 6);

      mean.run();

      assertThat(mean.outputs()).containsExactly(new Port("mean", Shape.of(2, 1)));
      assertThat(mean.output("mean")).containsExactly(2, 5);
    }
  }

  @Test
  void asksForTheSizeOfAFreeAxis() {
    assertThatThrownBy(() -> OnnxInference.open(fixture("dynamic.onnx"), SETTINGS))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "the model leaves axis 1 of input \"x\" free; say its size in the settings (withShape)");
  }

  @Test
  void refusesAShapeThatTheModelDoesNotTake() {
    OnnxSettings settings = SETTINGS.withShape("observation", 1, 5);

    assertThatThrownBy(() -> OnnxInference.open(fixture("mlp.onnx"), settings))
        .hasMessage("input \"observation\" of the model takes [free, 4], but the settings say 1×5");
  }

  @Test
  void refusesAnInputThatTheModelDoesNotHave() {
    OnnxSettings settings = SETTINGS.withShape("obs", 1, 4);

    assertThatThrownBy(() -> OnnxInference.open(fixture("mlp.onnx"), settings))
        .hasMessage("the model has no input \"obs\"; it has [observation]");
  }

  @Test
  void refusesNumbersThatAreNotFloats() {
    assertThatThrownBy(() -> OnnxInference.open(fixture("whole.onnx"), SETTINGS))
        .hasMessageContaining(
            "every input and output must be a tensor of float32, but input \"ids\"");
  }

  @Test
  void refusesToRunBeforeAnInputWasAskedFor() throws IOException {
    try (Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS)) {
      assertThatThrownBy(mlp::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "every input must be written before the first run, but nobody asked for [\"observation\" (1×4)]");
    }
  }

  @Test
  void namesTheInputsAndOutputsThereAreWhenAskedForAnother() throws IOException {
    try (Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS)) {
      assertThatThrownBy(() -> mlp.input("obs"))
          .hasMessage("there is no input \"obs\"; there are [\"observation\" (1×4)]");
      assertThatThrownBy(() -> mlp.output("y"))
          .hasMessage("there is no output \"y\"; there are [\"scores\" (1×2)]");
      assertThatThrownBy(() -> mlp.feed("observation", 1, 2))
          .hasMessageStartingWith("input \"observation\" takes 4 numbers, but was given 2");
    }
  }

  @Test
  void refusesAFileThatIsCutOff(@TempDir Path folder) throws IOException {
    byte[] whole = fixture("mlp.onnx");
    Path file = folder.resolve("cut.onnx");
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> OnnxInference.open(file, SETTINGS))
          .as("%d bytes", length)
          .isInstanceOf(OnnxException.class)
          .hasMessageStartingWith("cannot open %s: it must be a whole ONNX model".formatted(file));
    }
  }

  @Test
  void refusesAForeignFileAndOneThatIsNotThere(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "These are notes, not a network.");

    assertThatThrownBy(() -> OnnxInference.open(text, SETTINGS))
        .isInstanceOf(OnnxException.class)
        .hasMessageContaining("export it again, or see that it is not cut off");
    assertThatThrownBy(() -> OnnxInference.open(folder.resolve("none.onnx"), SETTINGS))
        .hasMessage("cannot open %s: there is no such file".formatted(folder.resolve("none.onnx")));
  }

  @Test
  void closesTwiceWithoutHarm() throws IOException {
    Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS);

    mlp.close();
    mlp.close();

    assertThatThrownBy(
            () -> {
              mlp.input("observation");
              mlp.run();
            })
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUDA", "TENSORRT"})
  void aGraphicsCardIsRefusedWhereThisBuildHasNone(Device device) {
    Assumptions.assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "this build is for graphics cards");

    assertThatThrownBy(() -> OnnxInference.open(fixture("mlp.onnx"), SETTINGS.on(device)))
        .isInstanceOf(OnnxException.class)
        .hasMessage(
            "%s needs the build of ONNX Runtime for graphics cards, but this is the one for CPUs; build with ./quorate maven -Pgpu package, or run on the CPU"
                .formatted(device));
  }

  @ParameterizedTest
  @EnumSource(names = {"CUDA", "TENSORRT"})
  void aGraphicsCardGivesTheSameNumbersOrSaysWhatIsMissing(Device device) throws IOException {
    Assumptions.assumeTrue(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "this build is for CPUs; -Pgpu brings the other");

    try (Inference mlp = OnnxInference.open(fixture("mlp.onnx"), SETTINGS.on(device))) {
      mlp.feed("observation", 1, 2, 3, 4);
      mlp.run();
      assertThat(mlp.output("scores")).containsExactly(new float[] {7.92f, 10.48f}, within(1e-2f));
    } catch (OnnxException e) {
      assertThat(e).hasMessageContaining("cannot be used on this machine");
    }
  }

  @Test
  void everyDefaultIsPinned() {
    assertThat(SETTINGS).isEqualTo(new OnnxSettings(Device.CPU, 0, 1, 1, Map.of()));
  }
}
