package quorate.app;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The command line as it is declared, for tests of documents.
public final class CommandLines {
  private CommandLines() {}

  /// Names of all verbs, in order.
  public static Set<String> verbs() {
    return new TreeSet<>(Quorate.whole().getSubcommands().keySet());
  }

  /// What a command line prints that ends with 0.
  ///
  /// @throws IllegalStateException with what it said when it ends otherwise
  public static String output(List<String> arguments) {
    CommandLineSession session = CommandLineSession.of(arguments.toArray(String[]::new));
    if (session.exitCode() != 0) {
      throw new IllegalStateException(session.err() + session.out());
    }
    return session.out();
  }
}
