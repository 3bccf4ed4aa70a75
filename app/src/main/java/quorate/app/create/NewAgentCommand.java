package quorate.app.create;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorate.agents.source.AgentTemplate;
import quorate.agents.source.StrategyException;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.app.terminal.WrongNameException;

/// `quorate new agent`: a commented agent of the user's own, with its test.
@Command(
    name = "agent",
    description = "Write a commented agent with its test into the strategies folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ./quorate new agent Breakout      writes strategies/Breakout.java and its test",
      "  ./quorate test strategies         runs the tests of your agents",
      "From there to a backtest: docs/tutorials/your-first-agent.md"
    })
public final class NewAgentCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(paramLabel = "<name>", description = "A Java class name, such as Breakout.")
  private String name;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  NewAgentCommand() {}

  @Override
  public Integer call() {
    Path folder = workplace.at(workplace.settings().storage().strategies());
    try {
      AgentTemplate.requireName(name);
    } catch (StrategyException impossible) {
      throw new WrongNameException(String.valueOf(impossible.getMessage()), impossible);
    }
    List<String> written = AgentTemplate.write(folder, name).stream().map(Home::shown).toList();
    screen.json(Map.of("agent", name, "written", written));
    written.forEach(file -> screen.line("wrote " + file));
    screen.line(
        "Name it in a playbook's council (\"agent: "
            + name
            + "\"); see docs/tutorials/your-first-agent.md.");
    return ExitCode.DONE;
  }
}
