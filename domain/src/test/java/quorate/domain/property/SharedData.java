package quorate.domain.property;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the recorded market data for tests lies, outside the project; tests that need it skip and
/// say so where it is absent.
public final class SharedData {
  private SharedData() {}

  /// A file or folder of the shared data, from `QUORATE_SHARED_DATA` or beside the project.
  ///
  /// Skips the running test when it is not there.
  public static Path require(String relative) {
    Path file = root().resolve(relative);
    assumeTrue(
        Files.exists(file),
        () -> "skipped: no shared data at " + file + "; set QUORATE_SHARED_DATA to its folder");
    return file;
  }

  /// The folder itself, there or not.
  public static Path root() {
    String declared = System.getenv("QUORATE_SHARED_DATA");
    if (declared != null && !declared.isBlank()) {
      return Path.of(declared);
    }
    return projectRoot().resolveSibling("shared").resolve("data");
  }

  /// The project's own folder, found from the module that a test runs in.
  public static Path projectRoot() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve(".mvn"))) {
      Path above = here.getParent();
      if (above == null) {
        throw new IllegalStateException("tests must run inside the project");
      }
      here = above;
    }
    return here;
  }
}
