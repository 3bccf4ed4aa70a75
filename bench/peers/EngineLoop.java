import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.domain.Instruments;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.engine.RunResult;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.BackgroundTape;
import quorate.market.tape.Tape;
import quorate.market.tape.TapeFeed;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeReader;
import quorate.market.tape.TapeWriter;
import quorate.market.yaml.YamlSettings;

/// Times the session that `./quorate backtest` runs, without lake and report: events from a tape on
/// disk through every room, with the run's own tape written. Each loop is a new session; the first
/// one runs while the virtual machine still compiles.
///
/// Arguments: playbook, number of loops, empty folder, tapes in the order of time.
public final class EngineLoop {
  private EngineLoop() {}

  public static void main(String[] arguments) throws Exception {
    Playbook playbook = Playbook.from(YamlSettings.read(Path.of(arguments[0]), System::getenv));
    int loops = Integer.parseInt(arguments[1]);
    Path folder = Path.of(arguments[2]);
    List<Path> tapes = Arrays.stream(arguments).skip(3).map(Path::of).toList();
    Instruments instruments;
    try (TapeReader reader = TapeReader.open(tapes.getFirst())) {
      instruments = reader.header().instruments();
    }
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Path out = folder.resolve("run.tape");
    for (int i = 0; i < loops; i++) {
      Files.deleteIfExists(out);
      long beganProcessor = system.getProcessCpuTime();
      long began = System.nanoTime();
      RunResult result;
      try (Tape tape = BackgroundTape.over(TapeWriter.record(out, TapeHeader.of(instruments)));
          Feed feed = TapeFeed.of(tapes, instruments)) {
        result =
            BacktestSession.of(
                    playbook, instruments, AgentCatalogue.of(folder), Calendars::named)
                .run(feed, List.of(), tape, Progress.none());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      double processor = (system.getProcessCpuTime() - beganProcessor) / 1e9;
      System.out.printf(
          "{\"seconds\": %.6f, \"processor_seconds\": %.6f, \"events\": %d, \"orders\": %d, \"fills\": %d, \"final_equity\": \"%s\"}%n",
          seconds,
          processor,
          result.events(),
          result.orders(),
          result.fills(),
          result.holdings().equity());
    }
  }
}
