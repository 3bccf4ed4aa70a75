package quorate.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import quorate.app.bench.BenchCommand;
import quorate.app.check.TestCommand;
import quorate.app.create.NewCommand;
import quorate.app.data.IngestCommand;
import quorate.app.doctor.DoctorCommand;
import quorate.app.features.FeaturesCommand;
import quorate.app.run.BacktestCommand;
import quorate.app.run.DemoCommand;
import quorate.app.run.ReplayCommand;
import quorate.app.run.ReportCommand;
import quorate.app.terminal.Complaints;
import quorate.app.terminal.CompletionCommand;
import quorate.app.terminal.EnoughMemory;
import quorate.app.terminal.ErrorStream;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Interruption;
import quorate.app.terminal.Screen;
import quorate.app.terminal.Version;
import quorate.app.train.RecordCommand;
import quorate.app.train.TrainCommand;

/// The root of the `quorate` command; its verbs read as a table of contents.
///
/// Exit codes are those of [quorate.app.terminal.ExitCode], for every verb.
@Command(
    name = "quorate",
    description = {
      "Trades real market data through a council of agents, with honest costs and an honest report.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "<verb>",
    commandListHeading = "%nVerbs (each has --help with an example):%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; the message says why and what to do",
      "2:wrong use",
      "3:finished, with findings",
      "130:interrupted; what was finished stays"
    },
    usageHelpAutoWidth = false)
public final class Quorate implements Callable<Integer> {
  private static final List<Class<?>> VERBS =
      List.of(
          DemoCommand.class,
          IngestCommand.class,
          FeaturesCommand.class,
          BacktestCommand.class,
          ReportCommand.class,
          ReplayCommand.class,
          TrainCommand.class,
          RecordCommand.class,
          NewCommand.class,
          BenchCommand.class,
          DoctorCommand.class,
          TestCommand.class,
          CompletionCommand.class);

  private static final int HELP_WIDTH = 100;

  private final Complaints complaints = new Complaints();
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field before anything runs
  Quorate() {}

  public static void main(String[] arguments) {
    ErrorStream.open();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Interruption.listening(err, () -> execute(out, err, arguments)));
  }

  /// Runs one command line.
  ///
  /// @return the exit code
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(arguments).setOut(out).setErr(err).execute(arguments);
  }

  /// The command with what these arguments need: the verb they name whole, all others as a line of
  /// the list only, because taking a verb apart is most of the cost of a start.
  private static CommandLine commandLine(String... arguments) {
    String named = Arrays.stream(arguments).filter(a -> !a.startsWith("-")).findFirst().orElse("");
    return named.equals("completion") ? whole() : command(named::equals);
  }

  /// The command with every verb whole.
  static CommandLine whole() {
    return command(name -> true);
  }

  private static CommandLine command(Predicate<String> isWhole) {
    Quorate quorate = new Quorate();
    CommandLine command = new CommandLine(quorate);
    for (Class<?> verb : VERBS) {
      Command declared = verb.getAnnotation(Command.class);
      String name = declared.name();
      if (isWhole.test(name)) {
        command.addSubcommand(name, verb);
      } else {
        CommandSpec line = CommandSpec.create().name(name);
        line.usageMessage().description(declared.description());
        command.addSubcommand(name, line);
      }
    }
    return command
        .setColorScheme(Screen.colours())
        .setUsageHelpWidth(HELP_WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(new EnoughMemory())
        .setExecutionExceptionHandler(quorate.complaints)
        .setParameterExceptionHandler(quorate.complaints);
  }

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  void debug(boolean on) {
    complaints.showTraces(on);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.WRONG_USE;
  }
}
