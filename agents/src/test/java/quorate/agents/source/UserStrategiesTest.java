package quorate.agents.source;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.property.SharedData;

/// Runs the tests that users keep beside their agents in `strategies/`.
class UserStrategiesTest {
  @TestFactory
  Stream<DynamicNode> everyTestInTheFolder() throws IOException {
    Path folder = SharedData.projectRoot().resolve("strategies");
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> tests =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith("Test.java"))
              .map(file -> file.substring(0, file.length() - ".java".length()))
              .sorted()
              .toList();
      return tests.stream().map(test -> node(folder, test));
    }
  }

  private static DynamicNode node(Path folder, String test) {
    try {
      return dynamicContainer(
          test, StrategyTestRun.of(folder, test).stream().map(result -> asTest(test, result)));
    } catch (StrategyException e) {
      return dynamicTest(test, () -> fail(String.valueOf(e.getMessage()), e));
    }
  }

  private static DynamicNode asTest(String test, StrategyTestRun.Result result) {
    return dynamicTest(
        result.name(),
        () -> {
          if (result.failure().isPresent()) {
            Throwable failure = result.failure().get();
            fail(
                "strategies/%s.java %s %s".formatted(test, result.name(), failure.getMessage()),
                failure);
          }
        });
  }

  /// In one line, because the summary of a build shows the first only, and with the names of the
  /// user's files, because it shows this class otherwise.
  private static void fail(String message, Throwable cause) {
    throw new AssertionError(message.strip().replaceAll("\\s*\\n\\s*", " · "), cause);
  }
}
