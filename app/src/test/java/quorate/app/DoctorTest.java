package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

  @Test
  void aFileThatTheLakeLostIsAFinding() throws Exception {
    Workbench bench = new Workbench(folder).ingested();
    Path silver = silverFile(bench);
    Files.delete(silver);

    CommandLineSession session = bench.run("doctor");

    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).contains("fail  lake").contains(".parquet is missing");
  }

  @Test
  void deepReadingFindsASingleOtherByte() throws Exception {
    Workbench bench = new Workbench(folder).ingested();
    Path silver = silverFile(bench);
    byte[] bytes = Files.readAllBytes(silver);
    bytes[bytes.length / 2] ^= 1;
    Files.write(silver, bytes);

    CommandLineSession shallow = bench.run("doctor");
    CommandLineSession deep = bench.run("doctor", "--deep");

    assertThat(shallow.out()).contains("ok    lake");
    assertThat(deep.exitCode()).isEqualTo(3);
    assertThat(deep.out()).contains("has other bytes than were written");
  }

  @Test
  void aBrokenPlaybookIsAFinding() throws Exception {
    Workbench bench = new Workbench(folder);
    bench.playbook("waves", "capitol: {amount: 1}");

    CommandLineSession session = bench.run("doctor");

    assertThat(session.out()).contains("fail  playbooks").contains("did you mean \"capital\"?");
  }

  private static Path silverFile(Workbench bench) throws IOException {
    try (Stream<Path> files = Files.walk(bench.at("lake/silver"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private String settings(String text) throws Exception {
    Path file = folder.resolve("quorate.yaml");
    Files.writeString(
        file, text.isEmpty() ? "storage:\n  runs: " + folder.resolve("runs") + "\n" : text);
    return file.toString();
  }
}
