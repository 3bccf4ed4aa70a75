package quorate.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class EnoughMemoryTest {
  @Test
  void isMissedInOneLineThatSaysHowToGetMore() {
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new Greedy())
            .setErr(new PrintWriter(err))
            .setExecutionStrategy(new EnoughMemory())
            .setExecutionExceptionHandler(new Complaints());

    int code = command.execute();

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .hasLineCount(1)
        .startsWith("quorate: what was asked for must fit into memory, but needs more than the ")
        .contains("ask for less, or give it more: QUORATE_JVM_FLAGS=-Xmx16g");
  }

  @Command(name = "greedy")
  private static final class Greedy implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("Java heap space");
    }
  }
}
