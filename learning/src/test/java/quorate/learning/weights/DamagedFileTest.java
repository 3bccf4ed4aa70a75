package quorate.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.chance.Philox;

class DamagedFileTest {
  private static final String W = "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

  @TempDir Path folder;

  @Test
  void everyTruncationIsRefused() throws IOException {
    for (int seed = 0; seed < 2; seed++) {
      byte[] whole = written(seed);
      for (int length = 0; length < whole.length; length++) {
        refuses(Arrays.copyOf(whole, length), "cannot read");
      }
      refuses(Arrays.copyOf(whole, whole.length + 1), "all bytes");
    }
  }

  @Test
  void everyByteThatToppledIsRefusedOrReadEqual() throws IOException {
    int equal = 0;
    for (int seed = 0; seed < 2; seed++) {
      byte[] whole = written(seed);
      Safetensors original = read(whole);
      for (int at = 0; at < whole.length; at++) {
        for (int bit = 1; bit < 256; bit = bit < 128 ? bit * 2 : bit + 127) {
          byte[] damaged = whole.clone();
          damaged[at] ^= (byte) bit;
          try {
            assertThat(read(damaged)).as("byte %d, xor %d", at, bit).isEqualTo(original);
            equal++;
          } catch (WeightsException refused) {
            assertThat(refused).hasMessageContaining("cannot read");
          }
        }
      }
    }

    assertThat(equal).as("tabs in the padding").isLessThan(20);
  }

  @Test
  void noiseIsRefused() throws IOException {
    Philox chance = Philox.seeded(7);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[chance.nextInt(200)];
      chance.nextBytes(noise);
      if (noise.length > 8) {
        Arrays.fill(noise, 1, 8, (byte) 0); // a length that is not absurd at once
      }
      refuses(noise, "cannot read");
    }
  }

  @Test
  void aFileThatSaysItsHeaderIsHugeIsRefusedAtOnce() throws IOException {
    refuses(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}, "18446744073709551615");
    refuses(new byte[] {0, 0, 0, 0, 1, 0, 0, 0}, "not a safetensors file");
    refuses(new byte[] {1, 0, 0, 0, 0, 0, 0, 0}, "it is cut off");
  }

  @Test
  void aMissingFileIsSaid() {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> Safetensors.read(folder.resolve("gone")))
        .withMessageContaining("gone: there is no such file");
  }

  @Test
  void aHeaderByHandIsRead() throws IOException {
    assertThat(read(file("{" + W + "}", 4)).tensors())
        .containsExactly(new NamedTensor("w", new int[] {1}, new float[1]));
    assertThat(read(file("{}", 0)).tensors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0,4 | 5 | take 4 of 5",
        "0,4 | 3 | take 4 of 3; the file was cut off",
        "1,5 | 5 | bytes 1 to 5 where they should begin at 0",
        "4,0 | 4 | bytes 4 to 0",
        "0,8 | 8 | of shape [1] in F32 has 8",
        "0,-4 | 4 | but one of tensor \"w\" is -4",
        "0,4.0 | 4 | VALUE_NUMBER_FLOAT",
        "0,99999999999999999999 | 4 | must be JSON",
        "0 | 4 | two data_offsets",
        "0,4,4 | 4 | two data_offsets",
        "0,9223372036854775807 | 4 | has 9,223,372,036,854,775,807",
      })
  void offsetsThatDoNotFitAreRefused(String offsets, int bytes, String because) throws IOException {
    refuses(
        file(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%s]}}".formatted(offsets),
            bytes),
        because);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[2] | of shape [2] in F32 has 4",
        "[-1] | is -1",
        "[2147483647,2147483647,2147483647] | has 4",
        "[3000000000] | must be 0 to 2147483647",
        "\"1\" | must have a START_ARRAY",
        "[[1]] | must have a VALUE_NUMBER_INT",
      })
  void shapesThatDoNotFitAreRefused(String shape, String because) throws IOException {
    refuses(
        file("{\"w\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[0,4]}}".formatted(shape), 4),
        because);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{%1$s,%1$s} | \"w\" stands there twice",
        "{%1$s,\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | begin at 4",
        "{%1$s,\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}} | begin at 4",
        "{%1$s,\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[5,9]}} | begin at 4",
        "{%1$s | must be JSON",
        "{%1$s}{} | only spaces may follow",
        "[] | must begin with {",
        "{\"w\":1} | must have a START_OBJECT",
        "{\"w\":{}} | must have dtype, shape",
        "{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}} | has \"dtype\" too",
        "{\"w\":{\"stride\":1}} | has \"stride\" too",
        "{\"\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | must have a name",
        "{\"__metadata__\":{\"a\":1}} | must have a VALUE_STRING",
        "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}} | \"a\" stands there twice",
        "{\"__metadata__\":{\"checksum\":\"1\"},%1$s} | but is damaged",
        "{\"__metadata__\":{\"checksun\":\"quorate-crc32:01234567\"},%1$s} | but is damaged",
        "{\"__metadata__\":{\"checksum\":\"quorate-crc32:01234567\"},%1$s} | must be quorate-crc32:01234567",
      })
  void headersAgainstTheRulesAreRefused(String header, String because) throws IOException {
    refuses(file(header.formatted(W), 4), because);
  }

  @Test
  void aHeaderThatIsNotUtf8IsRefused() throws IOException {
    byte[] file = file("{\"w\"}", 0);
    file[10] = (byte) 0xC3;

    refuses(file, "must be UTF-8");
  }

  private byte[] written(long seed) throws IOException {
    Path file = folder.resolve("written");
    NamedTensor none = new NamedTensor("none", new int[] {0, 3}, new float[0]);
    NamedTensor some = new NamedTensor("some", new int[] {2, 1}, new float[] {seed, 1e-3f});
    Safetensors.write(
        file, seed == 0 ? List.of() : List.of(none, some), Map.of("step", "1" + seed));
    return Files.readAllBytes(file);
  }

  private Safetensors read(byte[] bytes) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    return Safetensors.read(file);
  }

  private void refuses(byte[] bytes, String because) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageContaining(folder.resolve("file").toString())
        .withMessageContaining(because);
  }

  private static byte[] file(String header, int bytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
    file.writeBytes(json);
    file.writeBytes(new byte[bytes]);
    return file.toByteArray();
  }
}
