package quorate.agents.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentTemplateTest {
  @TempDir Path root;

  @Test
  void writesAnAgentAndItsTestUnderTheirName() throws IOException {
    Path strategies = root.resolve("strategies");

    List<Path> written = AgentTemplate.write(strategies, "NightOwl");

    assertThat(written)
        .containsExactly(
            strategies.resolve("NightOwl.java"), strategies.resolve("NightOwlTest.java"));
    assertThat(Files.readString(written.getFirst()))
        .contains("public final class NightOwl implements Agent {")
        .doesNotContain("Breakout");
    assertThat(Files.readString(written.getLast()))
        .contains("class NightOwlTest {")
        .doesNotContain("Breakout");
  }

  @Test
  void whatItWritesCompilesAndPassesItsTest() {
    AgentTemplate.write(root, "NightOwl");

    assertThat(StrategyTestRun.of(root, "NightOwlTest"))
        .hasSize(3)
        .allSatisfy(test -> assertThat(test.failure()).isEmpty());
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Path mine = Files.writeString(root.resolve("NightOwlTest.java"), "mine");

    assertThatThrownBy(() -> AgentTemplate.write(root, "NightOwl"))
        .isInstanceOf(StrategyException.class)
        .hasMessage(
            mine
                + " is there already and was left as it is; choose another name or remove it first");
    assertThat(mine).hasContent("mine");
    assertThat(root.resolve("NightOwl.java")).doesNotExist();
  }

  @Test
  void saysWhenItCannotWrite() throws IOException {
    Path file = Files.writeString(root.resolve("strategies"), "a file, no folder");

    assertThatThrownBy(() -> AgentTemplate.write(file, "NightOwl"))
        .isInstanceOf(StrategyException.class)
        .hasMessage(
            file
                + " must be a folder that can be written, but is not (FileAlreadyExistsException)");
  }

  @ParameterizedTest
  @CsvSource({
    "nightOwl, NightOwl",
    "night-owl, NightOwl",
    "../NightOwl, NightOwl",
    "3Owls, My3Owls",
    "'', MyBreakout",
    "Ünder, Nder"
  })
  void refusesWhatIsNoClassName(String name, String suggested) {
    assertThatThrownBy(() -> AgentTemplate.write(root, name))
        .hasMessage(
            "an agent's name must be a Java class name of letters and digits that begins with a"
                + " capital letter, but was \"%s\"; try %s",
            name, suggested);
    assertThat(root).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Agent", "Opinion", "String", "Math", "OwlTest", "Test"})
  void refusesANameThatWouldHideAClassInUse(String name) {
    assertThatThrownBy(() -> AgentTemplate.write(root, name))
        .hasMessage(
            "an agent's name must not be that of a class it uses or of a test, but was \"%s\"; try"
                + " %sAgent",
            name, name);
  }
}
