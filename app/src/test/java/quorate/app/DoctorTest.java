package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorTest {
  @TempDir Path folder;

  @Test
  void givesOneObjectALineToAMachine() throws Exception {
    CommandLineSession session =
        CommandLineSession.of("doctor", "--json", "--settings", settings(""));

    assertThat(session.out().lines())
        .hasSizeGreaterThan(8)
        .allSatisfy(line -> {
          JsonNode finding = JsonMapper.shared().readTree(line);
          assertThat(finding.propertyNames())
              .containsExactlyInAnyOrder("check", "level", "found", "advice");
          assertThat(finding.get("level").asString()).isIn("ok", "warn", "fail");
        });
    assertThat(session.exitCode()).isIn(0, 3);
  }

  @Test
  void wrongSettingsAreAFindingAndNotAnEnd() throws Exception {
    CommandLineSession session =
        CommandLineSession.of("doctor", "--settings", settings("storage: {rums: x}\n"));

    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).contains("fail  settings").contains("did you mean \"runs\"?");
  }

  private String settings(String text) throws Exception {
    Path file = folder.resolve("quorate.yaml");
    Files.writeString(
        file, text.isEmpty() ? "storage:\n  runs: " + folder.resolve("runs") + "\n" : text);
    return file.toString();
  }
}
