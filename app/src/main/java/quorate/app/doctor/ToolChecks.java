package quorate.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The programs that Quorate calls: Maven and npm.
final class ToolChecks {
  private static final Pattern MAVEN = Pattern.compile("Apache Maven ([0-9.]+)");

  private ToolChecks() {}

  static Finding maven() {
    return maven(firstLines(List.of("mvn", "-version")));
  }

  /// @param output of `mvn -version`, empty when it cannot be run
  static Finding maven(Optional<String> output) {
    if (output.isEmpty()) {
      return Finding.fail(
          "maven",
          "mvn is not in PATH",
          "Install Maven 3.8.7 or later; without it nothing can be built again.");
    }
    Matcher version = MAVEN.matcher(output.get());
    return version.find()
        ? Finding.ok("maven", "Maven " + version.group(1))
        : Finding.warn("maven", "of unknown version", "Run mvn -version and see what it says.");
  }

  static Finding node() {
    return node(firstLines(List.of("npm", "--version")));
  }

  /// @param output of `npm --version`, empty when it cannot be run
  static Finding node(Optional<String> output) {
    return output
        .map(version -> Finding.ok("node", "npm " + version.strip()))
        .orElseGet(() ->
            Finding.warn(
                "node",
                "npm is not in PATH",
                "Install Node.js; without it the S&P 500 sample is left out, all else works."));
  }

  private static Optional<String> firstLines(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
