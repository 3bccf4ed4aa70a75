package quorate.app.terminal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import tools.jackson.databind.json.JsonMapper;

/// Turns what went wrong into one line on the error stream; the stack trace only with `--debug`.
///
/// With `--json` the output gets an object as well, so that whoever reads it never finds nothing.
public final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String JSON = "--json";

  /// As picocli says that a value could not be read.
  private static final Pattern UNREAD =
      Pattern.compile("Invalid value for option '(\\S+)': '(.*)' is not an? (int|long|double)");

  private static final Map<String, String> NUMBERS =
      Map.of(
          "int", "a whole number of at most 2,147,483,647",
          "long", "a whole number",
          "double", "a number");

  private boolean traces;

  /// Whether a failure shows its stack trace.
  public void showTraces(boolean show) {
    traces = show;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine verb, ParseResult arguments) {
    PrintWriter err = verb.getErr();
    boolean interrupted = Interruption.isBehind(failure);
    String sentence = interrupted ? "interrupted" : sentence(failure);
    if (interrupted) {
      Interruption.say(err);
    } else {
      err.println("quorate: " + sentence);
    }
    if (traces) {
      failure.printStackTrace(err);
    }
    err.flush();
    int code = interrupted ? ExitCode.INTERRUPTED : Interruption.failing(codeOf(failure));
    if (arguments.expandedArgs().contains(JSON)) {
      tellMachine(verb, sentence, code);
    }
    return code;
  }

  private static int codeOf(Exception failure) {
    return failure instanceof WrongNameException || failure instanceof SettingsException
        ? ExitCode.WRONG_USE
        : ExitCode.FAILED;
  }

  private static void tellMachine(CommandLine verb, String error, int code) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("error", error);
    object.put("exit", code);
    verb.getOut().println(JsonMapper.shared().writeValueAsString(object));
    verb.getOut().flush();
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine verb = wrong.getCommandLine();
    PrintWriter err = verb.getErr();
    String sentence =
        "%s%s (see ./%s --help)"
            .formatted(rule(wrong), suggestion(wrong), verb.getCommandSpec().qualifiedName(" "));
    err.println("quorate: " + sentence);
    err.flush();
    if (Arrays.asList(arguments).contains(JSON)) {
      tellMachine(verb, sentence, ExitCode.WRONG_USE);
    }
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
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(wrong.getCommandLine(), unmatched.getUnmatched().getFirst());
    }
    Matcher unread = UNREAD.matcher(message);
    return unread.matches()
        ? "%s must be %s, but was \"%s\""
            .formatted(unread.group(1), NUMBERS.get(unread.group(3)), unread.group(2))
        : message;
  }

  private static String unknown(CommandLine verb, String found) {
    String name = verb.getCommandSpec().name();
    if (found.startsWith("-")) {
      return "%s has no option %s".formatted(name, found);
    }
    return verb.getSubcommands().isEmpty()
        ? "%s takes no further argument, but was given \"%s\"".formatted(name, found)
        : "%s must be followed by one of %s, but was by \"%s\""
            .formatted(name, String.join(", ", verb.getSubcommands().keySet()), found);
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
