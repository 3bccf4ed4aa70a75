package quorate.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One command line run inside the test: its exit code and what it printed.
///
/// @param exitCode what the shell would see
/// @param out the output
/// @param err the error stream
record CommandLineSession(int exitCode, String out, String err) {
  static CommandLineSession of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Quorate.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new CommandLineSession(exitCode, out.toString(), err.toString());
  }
}
