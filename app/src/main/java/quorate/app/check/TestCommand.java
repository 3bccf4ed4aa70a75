package quorate.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.home.Home;

/// `quorate test`: hands over to the launcher, which runs Maven; here for its `--help` and for
/// completion.
@Command(
    name = "test",
    description = "Run the project's own tests; the last line counts them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate test                everything a change needs",
      "  ./quorate test trading        one room",
      "  ./quorate test strategies     the tests beside your own agents",
      "  ./quorate test --full         the slow proofs too"
    })
public final class TestCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "<module>", description = "Only these rooms.")
  private List<String> modules = List.of();

  @Option(names = "--full", description = "The slow proofs too.")
  private boolean full;

  TestCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Home.folder().resolve("quorate").toString());
    command.add("test");
    command.addAll(modules);
    if (full) {
      command.add("--full");
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
