package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewAgentTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path settings;

  @BeforeEach
  void keepStrategiesApart() throws Exception {
    settings = folder.resolve("quorate.yaml");
    Files.writeString(settings, "storage:\n  strategies: " + folder.resolve("own") + "\n");
  }

  @Test
  void writesAnAgentAndItsTest() {
    CommandLineSession session = newAgent("Breakout");

    assertThat(session.exitCode()).isZero();
    assertThat(folder.resolve("own/Breakout.java")).content().contains("class Breakout");
    assertThat(folder.resolve("own/BreakoutTest.java")).exists();
    assertThat(session.out())
        .contains("own/Breakout.java")
        .contains("docs/tutorials/your-first-agent.md");
  }

  @Test
  void saysWhatItWroteToAMachine() {
    CommandLineSession session = newAgent("Breakout", "--json");

    assertThat(session.out().lines()).hasSize(1);
    assertThat(session.out()).contains("\"agent\":\"Breakout\"").contains("own/BreakoutTest.java");
  }

  @Test
  void neverWritesOverAnAgentThatIsThere() {
    newAgent("Breakout");

    CommandLineSession again = newAgent("Breakout");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).startsWith("quorate: ").contains("is there already").hasLineCount(1);
  }

  @Test
  void refusesANameThatCannotBeAClass() {
    CommandLineSession session = newAgent("my-agent");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).contains("try MyAgent").hasLineCount(1);
  }

  @Test
  void newAloneIsWrongUse() {
    assertThat(CommandLineSession.of("new").exitCode()).isEqualTo(2);
  }

  private CommandLineSession newAgent(String name, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"new", "agent", name, "--settings", settings.toString()}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineSession.of(arguments);
  }
}
