package quorate.app.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import quorate.domain.settings.Settings;

/// Turns what went wrong into one line on the error stream; the stack trace only with `--debug`.
public final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private boolean traces;

  /// Whether a failure shows its stack trace.
  public void showTraces(boolean show) {
    traces = show;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine verb, ParseResult arguments) {
    PrintWriter err = verb.getErr();
    boolean interrupted = Interruption.isBehind(failure);
    if (interrupted) {
      Interruption.say(err);
    } else {
      err.println("quorate: " + sentence(failure));
    }
    if (traces) {
      failure.printStackTrace(err);
    }
    err.flush();
    return interrupted ? ExitCode.INTERRUPTED : ExitCode.FAILED;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine verb = wrong.getCommandLine();
    PrintWriter err = verb.getErr();
    err.println(
        "quorate: %s%s (see ./%s --help)"
            .formatted(rule(wrong), suggestion(wrong), verb.getCommandSpec().qualifiedName(" ")));
    err.flush();
    return ExitCode.WRONG_USE;
  }

  /// An expected failure brings its own sentence; an unexpected one is named, so that it can be
  /// reported.
  private static String sentence(Exception failure) {
    String message = failure.getMessage();
    boolean expected =
        failure instanceof StopException
            || failure.getClass().getName().startsWith("quorate.")
            || failure instanceof IllegalArgumentException;
    if (expected && message != null && !message.isBlank()) {
      return message.strip();
    }
    return "unexpected %s%s; run the command again with --debug and report what it prints"
        .formatted(
            failure.getClass().getSimpleName(), message == null ? "" : ": " + message.strip());
  }

  private static String rule(ParameterException wrong) {
    String message = wrong.getMessage() == null ? "wrong use" : wrong.getMessage();
    if (wrong instanceof MissingParameterException) {
      return message.replace("Missing required parameter", "missing");
    }
    return message;
  }

  /// The nearest verb, or the nearest option, to what was not understood.
  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    String found = unmatched.getUnmatched().getFirst();
    CommandLine verb = wrong.getCommandLine();
    return found.startsWith("-")
        ? Settings.nearest(found, verb.getCommandSpec().optionsMap().keySet())
        : Settings.nearest(found, verb.getSubcommands().keySet());
  }
}
