package quorate.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyTestRunTest {
  @Test
  void aUsersTestThatFailsIsSeen(@TempDir Path folder) throws IOException {
    List<Path> written = AgentTemplate.write(folder, "Breakout");
    Path test = written.getLast();
    Files.writeString(test, Files.readString(test).replace("closedAt(94)", "closedAt(96)"));

    List<StrategyTestRun.Result> results = StrategyTestRun.of(folder, "BreakoutTest");

    assertThat(results).hasSize(3);
    assertThat(results.stream().filter(result -> result.failure().isPresent()))
        .singleElement()
        .extracting(StrategyTestRun.Result::name)
        .isEqualTo("goesShortBelowTheChannel()");
  }
}
