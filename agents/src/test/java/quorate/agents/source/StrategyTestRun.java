package quorate.agents.source;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import quorate.agents.Agent;

/// Compiles a user's test together with the agent it is about, and lets JUnit run it.
final class StrategyTestRun {
  /// One test method and how it ended.
  record Result(String name, Optional<Throwable> failure) {}

  private StrategyTestRun() {}

  /// @param testName `BreakoutTest`, beside which `Breakout.java` lies
  static List<Result> of(Path folder, String testName) {
    String agentName = testName.substring(0, testName.length() - "Test".length());
    Map<String, byte[]> classes =
        new LinkedHashMap<>(
            JavaSources.compile(List.of(source(folder, agentName), source(folder, testName))));
    CompiledClasses loader = new CompiledClasses(classes, Agent.class.getClassLoader());
    String binaryName =
        classes.keySet().stream()
            .filter(name -> name.equals(testName) || name.endsWith("." + testName))
            .findFirst()
            .orElseThrow(() -> new StrategyException(testName + ".java must declare its class"));
    try {
      return run(loader.loadClass(binaryName));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Result> run(Class<?> test) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build();
    List<Result> results = new ArrayList<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest() || result.getThrowable().isPresent()) {
              results.add(new Result(identifier.getDisplayName(), result.getThrowable()));
            }
          }
        };
    LauncherFactory.create().execute(request, listener);
    return results;
  }

  private static SourceText source(Path folder, String name) {
    Path file = folder.resolve(name + ".java");
    try {
      return new SourceText(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
