package quorate.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.agents.Agent;
import quorate.agents.AgentParameters;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Opinion.Stance;
import quorate.domain.Timeframe;
import quorate.domain.document.MarkedBlocks;
import quorate.domain.document.MarkedBlocks.Block;
import quorate.domain.property.SharedData;

class TutorialTest {
  private static final String AGENT = "strategies/Breakout.java";
  private static final String TEST = "strategies/BreakoutTest.java";

  private final Path page = SharedData.projectRoot().resolve("docs/tutorials/your-first-agent.md");

  @TempDir Path folder;

  @Test
  void showsWhatNewAgentWrites() throws IOException {
    Path written = AgentTemplate.write(folder, "Breakout").getFirst();

    assertThat(MarkedBlocks.contents(page, AGENT).getFirst()).isEqualTo(Files.readString(written));
  }

  @Test
  void itsFirstAgentFollowsABreakout() throws IOException {
    Agent agent = agent(MarkedBlocks.contents(page, AGENT).getFirst());

    Opinion up = agent.opine(seen(agent, 100, 105, 95, 106, 106, 95));
    Opinion inside = agent.opine(seen(agent, 100, 105, 95, 104, 105, 95));
    Opinion down = agent.opine(seen(agent, 100, 105, 95, 94, 105, 94));

    assertThat(((Stance) up).direction()).isEqualTo(1);
    assertThat(inside).isInstanceOf(Opinion.Abstention.class);
    assertThat(((Stance) down).direction()).isEqualTo(-1);
  }

  @Test
  void itsSecondAgentKeepsQuietWithoutATrend() throws IOException {
    Agent agent = agent(MarkedBlocks.contents(page, AGENT).getLast());

    Opinion trending = agent.opine(seen(agent, 100, 105, 95, 40, 94, 105, 94, 40));
    Opinion quiet = agent.opine(seen(agent, 100, 105, 95, 24, 94, 105, 94, 24));

    assertThat(((Stance) trending).direction()).isEqualTo(-1);
    assertThat(((Stance) trending).confidence()).isEqualTo(0.8); // 0.5 + (40 − 25) / 50
    assertThat(quiet).isInstanceOf(Opinion.Abstention.class);
  }

  @Test
  void itsTestPassesOnItsSecondAgent() throws IOException {
    write(AGENT, MarkedBlocks.contents(page, AGENT).getLast());
    write(TEST, MarkedBlocks.contents(page, TEST).getLast());

    assertThat(StrategyTestRun.of(folder, "BreakoutTest"))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.failure()).isEmpty());
  }

  @Test
  void goesFromANewAgentToABacktest() throws IOException {
    List<String> typed =
        MarkedBlocks.of(page).stream()
            .flatMap(block -> block instanceof Block.Commands run ? run.commands().stream() : null)
            .toList();

    assertThat(typed)
        .containsExactly(
            "./quorate new agent Breakout",
            "./quorate test strategies",
            "./quorate demo",
            "./quorate backtest breakout",
            "./quorate test strategies",
            "./quorate backtest breakout");
  }

  private Agent agent(String source) throws IOException {
    write(AGENT, source);
    return new StrategyCompiler(folder)
        .compile("Breakout")
        .factory()
        .create(AgentParameters.defaults(Timeframe.ofMinutes(5)));
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(Path.of(path).getFileName()), text);
  }

  private static Observation seen(Agent agent, float... rows) {
    return Observation.of(0, 0, agent.view().columns(), rows);
  }
}
