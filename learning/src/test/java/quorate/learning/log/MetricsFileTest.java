package quorate.learning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir Path folder;

  @Test
  void writesALineANumber() {
    Path file = folder.resolve("run/metrics.jsonl");
    try (MetricsFile metrics = MetricsFile.append(file)) {
      metrics.parameters(Map.of("gamma", "0.99", "batch", "64"));
      metrics.scalar("rollout/return", 2048, 0.1);
      metrics.scalar("say \"loss\"\n", 0, Double.NaN);
    }

    assertThat(file)
        .hasContent(
            """
            {"parameters":{"batch":"64","gamma":"0.99"}}
            {"step":2048,"name":"rollout/return","value":0.1}
            {"step":0,"name":"say \\"loss\\"\\n","value":"NaN"}
            """);
  }

  @Test
  void everyNumberIsReadAsItWas() {
    List<Scalar> scalars =
        List.of(
            new Scalar("größe", Long.MAX_VALUE, Double.MIN_VALUE),
            new Scalar("größe", 0, -0.0),
            new Scalar("b", 1, Double.MAX_VALUE),
            new Scalar("b", 2, Double.NaN),
            new Scalar("b", 3, Double.NEGATIVE_INFINITY));
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsFile metrics = MetricsFile.append(file)) {
      metrics.parameters(Map.of("x", "y"));
      scalars.forEach(scalar -> metrics.scalar(scalar.name(), scalar.step(), scalar.value()));
      metrics.flush();

      assertThat(MetricsFile.read(file)).isEqualTo(scalars);
    }
  }

  @Test
  void aTornTailIsLeftOutAndCutOffBeforeMoreIsAppended() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsFile metrics = MetricsFile.append(file)) {
      metrics.scalar("größe", 1, 10);
      metrics.scalar("größe", 2, 20);
    }
    byte[] whole = Files.readAllBytes(file);
    int first = whole.length / 2;

    for (int length = first; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(MetricsFile.read(file)).containsExactly(new Scalar("größe", 1, 10));
      try (MetricsFile metrics = MetricsFile.append(file)) {
        metrics.scalar("größe", 3, 30);
      }

      assertThat(MetricsFile.read(file))
          .containsExactly(new Scalar("größe", 1, 10), new Scalar("größe", 3, 30));
    }
  }

  @Test
  void aForeignLineIsSaidWithItsNumber() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    for (String foreign :
        List.of(
            "step,name",
            "{}",
            "[1]",
            "7",
            "{\"step\":1,\"name\":2,\"value\":3}",
            "{\"step\":\"1\",\"name\":\"a\",\"value\":3}",
            "{\"step\":1,\"name\":\"a\",\"value\":\"much\"}",
            "")) {
      Files.writeString(file, "{\"step\":1,\"name\":\"a\",\"value\":2}\n" + foreign + "\n");

      assertThatExceptionOfType(LogException.class)
          .as(foreign)
          .isThrownBy(() -> MetricsFile.read(file))
          .withMessageContaining("line 2 of " + file);
    }
  }

  @Test
  void aFolderInThePlaceOfTheFileIsSaid() {
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> MetricsFile.append(folder))
        .withMessageContaining(folder.toString());
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(() -> MetricsFile.read(folder.resolve("gone")))
        .withMessageContaining("gone");
  }

  @Test
  void whatCannotBeWrittenSaysWhatToDo() {
    Path file = folder.resolve("metrics.jsonl");
    MetricsFile metrics = MetricsFile.append(file);
    metrics.scalar("loss", 1, 2);

    Thread.currentThread().interrupt(); // closes the file
    assertThatExceptionOfType(LogException.class)
        .isThrownBy(metrics::flush)
        .withMessage(
            "cannot write %s: java.nio.channels.ClosedByInterruptException; see that the disk has room and the folder can be written"
                .formatted(file));

    assertThat(Thread.interrupted()).isTrue();
  }
}
