package quorate.app.terminal;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// Runs the verb; memory that is not enough is a failure like any other, in one line, not a stack
/// trace: most often somebody asked for more than fits.
public final class EnoughMemory implements IExecutionStrategy {
  @Override
  public int execute(ParseResult arguments) {
    try {
      return new RunLast().execute(arguments);
    } catch (OutOfMemoryError e) {
      CommandLine verb = arguments.asCommandLineList().getLast();
      throw new ExecutionException(verb, verb.getCommandName(), new StopException(sentence(), e));
    }
  }

  private static String sentence() {
    return "what was asked for must fit into memory, but needs more than the %,d MB that the JVM may take; "
            .formatted(Runtime.getRuntime().maxMemory() / 1_000_000)
        + "ask for less, or give it more: QUORATE_JVM_FLAGS=-Xmx16g ./quorate …";
  }
}
