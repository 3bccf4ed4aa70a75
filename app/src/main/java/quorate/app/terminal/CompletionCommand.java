package quorate.app.terminal;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `quorate completion`: the script that teaches a shell the verbs and options.
@Command(
    name = "completion",
    description = "Print the completion script for bash and zsh.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example, for this shell only:", "  source <(./quorate completion)"})
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field before anything runs
  CompletionCommand() {}

  @Override
  public Integer call() {
    var root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
