package quorate.app;

import java.util.Set;
import java.util.TreeSet;

/// The command line as it is declared, for tests of documents.
public final class CommandLines {
  private CommandLines() {}

  /// Names of all verbs, in order.
  public static Set<String> verbs() {
    return new TreeSet<>(Quorate.whole().getSubcommands().keySet());
  }
}
