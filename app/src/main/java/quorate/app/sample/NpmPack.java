package quorate.app.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `npm pack`: the ordinary client, so that the user's own registry, proxy and cache settings hold.
final class NpmPack implements NodePackages {
  private static final int PATIENCE_MINUTES = 5;

  @Override
  public Path fetch(String specification, Path folder) {
    try {
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "pack",
                  specification,
                  "--loglevel=error",
                  "--pack-destination",
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
      if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        npm.destroy();
        throw new SampleException(
            "npm did not fetch %s within %d minutes; try again, or give a folder with --data"
                .formatted(specification, PATIENCE_MINUTES));
      }
      if (npm.exitValue() != 0) {
        throw new SampleException(
            "npm could not fetch %s (%s); try again when online, or give a folder with --data"
                .formatted(specification, firstComplaint(folder.resolve("npm.log"))));
      }
      return archiveIn(folder, specification);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SampleException("interrupted while npm fetched " + specification, e);
    } catch (IOException e) {
      throw new SampleException(
          "npm is not installed, and %s comes through it; install Node.js, or give a folder with --data"
              .formatted(specification),
          e);
    }
  }

  private static Path archiveIn(Path folder, String specification) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new SampleException("npm fetched no archive for " + specification));
    }
  }

  /// The reason in npm's own words, one line.
  private static String firstComplaint(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("npm error") || line.startsWith("npm ERR!"))
        .map(line -> line.replaceFirst("npm (error|ERR!) ?", "").strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("without a reason");
  }
}
