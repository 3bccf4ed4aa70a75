package quorate.lake.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;
  private URL packed;
  private Path cache;

  @BeforeEach
  void pack() throws IOException {
    packed = Files.writeString(folder.resolve("packed"), "machine code").toUri().toURL();
    cache = folder.resolve("cache");
  }

  @Test
  void unpacksOnce() throws IOException {
    Path first = NativeLibrary.unpacked(packed, cache);
    Files.setLastModifiedTime(first, LONG_AGO);

    Path second = NativeLibrary.unpacked(packed, cache);

    assertThat(second).isEqualTo(first).hasContent("machine code");
    assertThat(Files.getLastModifiedTime(second)).isEqualTo(LONG_AGO);
    assertThat(cache).isDirectoryContaining(first::equals);
    assertThat(cache.toFile().list()).hasSize(1);
  }

  @Test
  void unpacksAgainWhatWasCutShort() throws IOException {
    Path library = NativeLibrary.unpacked(packed, cache);
    Files.writeString(library, "machine");

    NativeLibrary.unpacked(packed, cache);

    assertThat(library).hasContent("machine code");
  }

  @Test
  void knowsTheLibraryOfThisMachine() {
    URL found = NativeLibrary.packed();

    assertThat(found).isNotNull();
    assertThat(NativeLibrary.isPacked(NativeLibrary.resourceName())).isTrue();
  }
}
