package quorate.app.create;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import quorate.app.terminal.ExitCode;

/// `quorate new`: starting points.
@Command(
    name = "new",
    description = "Write a starting point of your own.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "agent|mapping|playbook",
    subcommands = {NewAgentCommand.class, NewMappingCommand.class, NewPlaybookCommand.class},
    footer = {
      "",
      "Examples:",
      "  ./quorate new mapping acme.csv     how your file reads",
      "  ./quorate new playbook acme        what trades it",
      "  ./quorate new agent Breakout       who decides"
    })
public final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field before anything runs
  NewCommand() {}

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.WRONG_USE;
  }
}
