package quorate.app.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// How a verb speaks; mixed into each one, it brings `--json`.
///
/// Results go to the output, everything else to the error stream, so that a pipe sees results only.
public final class Screen {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--json",
      description = "Print the result as one JSON object a line, for machines.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  public Screen() {}

  /// Whether the result is for a machine.
  public boolean isJson() {
    return json;
  }

  /// A line of the result for people; nothing with `--json`.
  public void line(String text) {
    if (!json) {
      out().println(text);
    }
  }

  /// A line of the result for machines; nothing without `--json`.
  ///
  /// @param result a record, map or list
  public void json(Object result) {
    if (json) {
      out().println(JsonMapper.shared().writeValueAsString(result));
    }
  }

  /// A remark that is not part of the result.
  public void remark(String text) {
    PrintWriter err = verb.commandLine().getErr();
    err.println(text);
    err.flush();
  }

  public PrintWriter out() {
    return verb.commandLine().getOut();
  }

  /// A bar for long work, silent where no terminal watches.
  ///
  /// @param task a few words
  /// @param total steps in all; 0 or less when unknown
  public Progress progress(String task, long total) {
    return isTerminal() ? Progress.shown(task, total) : Progress.silent();
  }

  /// Whether the error stream is a terminal, as the launcher saw it.
  public static boolean isTerminal() {
    return Boolean.getBoolean("quorate.terminal");
  }

  /// Colours on a terminal, none elsewhere or where `NO_COLOR` asks for none.
  public static ColorScheme colours() {
    boolean plain = !isTerminal() || System.getenv("NO_COLOR") != null;
    return new ColorScheme.Builder(plain ? Ansi.OFF : Ansi.AUTO)
        .commands(Ansi.Style.bold)
        .options(Ansi.Style.fg_cyan)
        .parameters(Ansi.Style.fg_cyan)
        .build();
  }
}
