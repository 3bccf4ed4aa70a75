package quorate.agents.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.agents.Agent;
import quorate.agents.AgentParameters;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Timeframe;
import quorate.domain.settings.SettingsException;

class StrategyCompilerTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);

  /// An agent with a gap for what a test is about.
  private static final String SOURCE =
      """
      import quorate.agents.*;
      import quorate.domain.*;

      public class Mine implements Agent {
        public Mine(AgentParameters parameters) {
          %s
        }
        public View view() {
          return View.of(Timeframe.ofMinutes(5), "close");
        }
        public Opinion opine(Observation seen) {
          return Opinion.of(1, 0.5, 1, Rationale.of("always"));
        }
      }
      """;

  private static final String INNER = "private static class Inner { void touch() {} }\n  ";

  @TempDir Path folder;
  private StrategyCompiler compiler;

  @BeforeEach
  void opensTheFolder() {
    compiler = new StrategyCompiler(folder);
  }

  @Test
  void compilesAnAgentThatThinks() throws IOException {
    write("Mine", SOURCE.formatted(""));

    Strategy strategy = compiler.compile("Mine");
    Agent agent = strategy.factory().create(AgentParameters.defaults(FIVE_MINUTES));
    Opinion opinion = agent.opine(Observation.of(0, 0, agent.view().columns(), new float[] {100}));

    assertThat(strategy.name()).isEqualTo("Mine");
    assertThat(strategy.file()).isEqualTo(folder.resolve("Mine.java"));
    assertThat(opinion).isInstanceOf(Opinion.Stance.class);
    assertThat(opinion.rationale().text()).isEqualTo("always");
  }

  @Test
  void knowsASourceByItsSha256() throws IOException {
    write("Mine", SOURCE.formatted(""));

    // as sha256sum prints for this file
    assertThat(compiler.compile("Mine").checksum())
        .isEqualTo("9f899a06711f143de2ba0fa4480d209ecb44eeadd2ae23cd326281367ab4f00f");
  }

  @Test
  void compilesTheSameContentOnceAndAChangedOneAgain() throws IOException {
    write("Mine", SOURCE.formatted(""));
    Strategy first = compiler.compile("Mine");
    Strategy again = compiler.compile("Mine");
    write("Mine", SOURCE.formatted("// changed"));
    Strategy changed = compiler.compile("Mine");

    assertThat(again).isSameAs(first);
    assertThat(changed.checksum()).isNotEqualTo(first.checksum());
    assertThat(made(changed).getClass()).isNotEqualTo(made(first).getClass());
  }

  @Test
  void givesEachInstrumentAnAgentOfItsOwn() throws IOException {
    write("Mine", SOURCE.formatted(""));
    Strategy strategy = compiler.compile("Mine");

    assertThat(made(strategy)).isNotSameAs(made(strategy));
  }

  @Test
  void mayHaveClassesInsideAndAPackage() throws IOException {
    write(
        "Mine",
        "package strategies;\n"
            + SOURCE
                .formatted("new Inner().touch();")
                .replace("public View", INNER + "public View"));

    assertThat(made(compiler.compile("Mine")).getClass().getName()).isEqualTo("strategies.Mine");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(() -> compiler.compile("Mine"))
        .isInstanceOf(StrategyException.class)
        .hasMessage(
            "an agent's source must exist, but there is no %s; ./quorate new agent Mine writes one"
                .formatted(folder.resolve("Mine.java")));
  }

  @Test
  void showsEveryErrorWithItsLine() throws IOException {
    write("Mine", SOURCE.formatted("int fast = \"ten\"; slow = 3;"));
    Path file = folder.resolve("Mine.java");

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .isInstanceOf(StrategyException.class)
        .hasMessage(
            """
            %1$s does not compile:
            %1$s:6: incompatible types: java.lang.String cannot be converted to int
                  int fast = "ten"; slow = 3;
                             ^
            %1$s:6: cannot find symbol
              symbol:   variable slow
              location: class Mine
                  int fast = "ten"; slow = 3;
                                    ^\
            """
                .formatted(file));
  }

  @Test
  void showsTenErrorsAndCountsTheRest() throws IOException {
    write("Mine", SOURCE.formatted("a(); ".repeat(12)));

    assertThatThrownBy(() -> compiler.compile("Mine")).hasMessageEndingWith("\nand 2 more");
  }

  @Test
  void refusesAPublicClassOfAnotherName() throws IOException {
    write("Mine", SOURCE.formatted("").replace("Mine", "Yours"));

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageContaining("Mine.java:4: class Yours is public, should be declared in a file")
        .hasMessageContaining("public class Yours implements Agent {");
  }

  @Test
  void refusesAFileWithoutItsClass() throws IOException {
    write("Mine", "class Yours {} class Theirs {}");

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageEndingWith(
            "Mine.java must declare the public class Mine, but declares [Theirs, Yours]; name both"
                + " alike");
  }

  @Test
  void refusesAClassThatIsNoAgent() throws IOException {
    write("Mine", "public class Mine { public Mine(quorate.agents.AgentParameters p) {} }");

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageEndingWith("Mine.java: class Mine must implement quorate.agents.Agent");
  }

  @Test
  void refusesAnAgentThatNobodyCanMake() throws IOException {
    write("Mine", SOURCE.formatted("").replace("public class", "public abstract class"));

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageEndingWith("Mine.java: class Mine must be public and not abstract");
  }

  @Test
  void refusesAnAgentWithAnotherConstructor() throws IOException {
    write("Mine", SOURCE.formatted("").replace("AgentParameters parameters", ""));

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageEndingWith(
            "Mine.java: class Mine must have the constructor \"public Mine(AgentParameters"
                + " parameters)\"");
  }

  @Test
  void refusesAClassThatQuorateHasItself() throws IOException {
    write(
        "TrendAgent",
        "package quorate.agents.rule;\n" + SOURCE.formatted("").replace("Mine", "TrendAgent"));

    assertThatThrownBy(() -> compiler.compile("TrendAgent"))
        .hasMessageEndingWith(
            "TrendAgent.java: Quorate has a class quorate.agents.rule.TrendAgent itself; give yours"
                + " another name or package");
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("Mine.java"), new byte[] {'/', '/', (byte) 0xe4, '\n'});

    assertThatThrownBy(() -> compiler.compile("Mine"))
        .hasMessageEndingWith("Mine.java must be UTF-8 text, but is not; save it as UTF-8");
  }

  @Test
  void saysWhereAConstructorThrew() throws IOException {
    write("Mine", SOURCE.formatted("throw new IllegalStateException(\"no model\");"));
    Strategy strategy = compiler.compile("Mine");

    assertThatThrownBy(() -> made(strategy))
        .isInstanceOf(StrategyException.class)
        .hasMessage(
            "%s:6: its constructor threw IllegalStateException: no model"
                .formatted(folder.resolve("Mine.java")));
  }

  @Test
  void saysWhereAStaticInitialiserThrew() throws IOException {
    write(
        "Mine",
        SOURCE.formatted("").replace("public View", "static final int X = 1 / 0;\n public View"));
    Strategy strategy = compiler.compile("Mine");

    assertThatThrownBy(() -> made(strategy))
        .hasMessage(
            "%s:8: its static initialiser threw ArithmeticException: / by zero"
                .formatted(folder.resolve("Mine.java")));
  }

  @Test
  void refusesAnAgentWithoutAView() throws IOException {
    write(
        "Mine", SOURCE.formatted("").replace("View.of(Timeframe.ofMinutes(5), \"close\")", "null"));
    Strategy strategy = compiler.compile("Mine");

    assertThatThrownBy(() -> made(strategy))
        .hasMessageEndingWith(
            "Mine.java: view() must say what the agent needs to see, but gave null");
  }

  @Test
  void leavesABrokenParameterToSpeakForItself() throws IOException {
    write("Mine", SOURCE.formatted("parameters.wholeNumber(\"fast\", 10, 1, 100);"));
    Strategy strategy = compiler.compile("Mine");

    assertThatThrownBy(
            () -> strategy.factory().create(AgentParameters.of(FIVE_MINUTES, Map.of("fast", 0))))
        .isInstanceOf(SettingsException.class)
        .hasMessage("fast must be from 1 to 100, but was \"0\" (parameters)");
  }

  private static Agent made(Strategy strategy) {
    return strategy.factory().create(AgentParameters.defaults(FIVE_MINUTES));
  }

  private void write(String name, String source) throws IOException {
    Files.writeString(folder.resolve(name + ".java"), source);
  }
}
