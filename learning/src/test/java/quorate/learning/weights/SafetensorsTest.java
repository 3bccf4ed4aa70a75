package quorate.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.ForAll;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsRead() {
    ForAll.cases(
        100,
        41,
        chance -> Map.entry(tensors(chance), metadata(chance)),
        written -> {
          Path file = folder.resolve("some.safetensors");

          Safetensors.write(file, written.getKey(), written.getValue());
          Safetensors read = Safetensors.read(file);

          assertThat(read.tensors()).containsExactlyInAnyOrderElementsOf(written.getKey());
          assertThat(read.metadata()).isEqualTo(written.getValue());
        });
  }

  @Test
  void theOrderOfTheListDoesNotShowInTheFile() throws IOException {
    NamedTensor one = new NamedTensor("one", new int[] {2}, new float[] {1, 2});
    NamedTensor two = new NamedTensor("two", new int[] {1}, new float[] {3});
    Path forward = folder.resolve("forward");
    Path backward = folder.resolve("backward");

    Safetensors.write(forward, List.of(one, two), Map.of("a", "1", "b", "2"));
    Safetensors.write(backward, List.of(two, one), Map.of("b", "2", "a", "1"));

    assertThat(backward).hasSameBinaryContentAs(forward);
  }

  @Test
  void theNumbersBeginAtAMultipleOfEightBytes() throws IOException {
    Path file = folder.resolve("aligned");
    for (int length = 1; length < 10; length++) {
      Safetensors.write(
          file, List.of(new NamedTensor("n".repeat(length), new int[0], new float[1])), Map.of());

      assertThat((Files.size(file) - Float.BYTES) % 8).isZero();
    }
  }

  @Test
  void aTensorLongerThanTheBufferIsWhole() {
    float[] values = new float[100_003];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    NamedTensor large = new NamedTensor("large", new int[] {values.length}, values);

    Safetensors.write(folder.resolve("large"), List.of(large), Map.of());

    assertThat(Safetensors.read(folder.resolve("large")).tensor("large")).contains(large);
  }

  @Test
  void leavesOnlyTheFileInTheFolder() {
    Path deeper = folder.resolve("deeper");
    Path file = deeper.resolve("weights.safetensors");

    Safetensors.write(file, List.of(), Map.of());
    Safetensors.write(file, List.of(), Map.of("again", "yes"));

    assertThat(deeper.toFile().list()).containsExactly("weights.safetensors");
    assertThat(Safetensors.read(file).metadata()).containsExactly(Map.entry("again", "yes"));
  }

  @Test
  void aWriterKilledBeforeLeavesNoTrace() throws IOException {
    Path file = folder.resolve("weights");
    Safetensors.write(file, List.of(), Map.of("version", "1"));
    Files.writeString(folder.resolve("weights.part"), "half of a much longer file ".repeat(99));

    assertThat(Safetensors.read(file).metadata()).containsEntry("version", "1");
    Safetensors.write(file, List.of(), Map.of("version", "2"));

    assertThat(Safetensors.read(file).metadata()).containsEntry("version", "2");
    assertThat(folder.resolve("weights.part")).doesNotExist();
  }

  @Test
  void aWriteThatIsRefusedLeavesTheFileAsItWas() {
    Path file = folder.resolve("weights");
    NamedTensor twice = new NamedTensor("w", new int[0], new float[1]);
    Safetensors.write(file, List.of(), Map.of("version", "1"));

    refusesToWrite(file, List.of(twice, twice), Map.of(), "two are called \"w\"");
    refusesToWrite(file, List.of(), Map.of("checksum", "mine"), "name it otherwise");
    refusesToWrite(file, List.of(), Map.of("mine", "quorate-crc32:01234567"), "name it otherwise");
    refusesToWrite(file, List.of(), Map.of("half", "\ud83d"), "whole Unicode");
    refusesToWrite(
        file, List.of(), Map.of("long", "x".repeat(100_000_000)), "put less into the metadata");

    assertThat(Safetensors.read(file).metadata()).containsEntry("version", "1");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private static void refusesToWrite(
      Path file, List<NamedTensor> tensors, Map<String, String> metadata, String because) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> Safetensors.write(file, tensors, metadata))
        .withMessageContaining(file.toString())
        .withMessageContaining(because);
  }

  @Test
  void aFolderInThePlaceOfTheFileIsSaid() throws IOException {
    Path file = folder.resolve("weights");
    Files.createDirectories(file.resolve("something"));

    refusesToWrite(file, List.of(), Map.of(), "see that");
    assertThatExceptionOfType(WeightsException.class).isThrownBy(() -> Safetensors.read(file));
  }

  static List<NamedTensor> tensors(RandomGenerator chance) {
    List<NamedTensor> tensors = new ArrayList<>();
    int many = chance.nextInt(6);
    for (int i = 0; i < many; i++) {
      int[] shape = chance.ints(chance.nextInt(4), 0, 7).toArray();
      float[] values = new float[(int) NamedTensor.count(shape)];
      for (int j = 0; j < values.length; j++) {
        do {
          values[j] = Float.intBitsToFloat(chance.nextInt());
        } while (!Float.isFinite(values[j]));
      }
      tensors.add(new NamedTensor(text(chance) + i, shape, values));
    }
    return tensors;
  }

  static Map<String, String> metadata(RandomGenerator chance) {
    return chance.nextInt(3) == 0
        ? Map.of()
        : Map.of(text(chance), text(chance), text(chance) + "!", text(chance));
  }

  /// Any whole Unicode characters, control characters and quotes among them.
  private static String text(RandomGenerator chance) {
    return chance
        .ints(chance.nextInt(12), 0, 0x11000)
        .map(code -> code >= 0x10000 ? code * 2 : code % (chance.nextBoolean() ? 0x80 : 0x10000))
        .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
