package quorate.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quorate.app.data.MappingShelf;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.sample.Sample;
import quorate.app.sample.SampleException;
import quorate.app.sample.SampleShelf;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.lake.IngestRequest;
import quorate.lake.IngestResult;
import quorate.lake.Lake;
import quorate.market.source.Listings;

/// `quorate demo`: the whole walk on real market data, from a published package to a report.
@Command(
    name = "demo",
    description = {
      "Fetch real market data, trade it with a council of two agents and write the reports.",
      "The data comes in published packages and needs no account."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate demo",
      "  ./quorate demo --data downloads/      offline: take the sample files from a folder"
    })
public final class DemoCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      description = "Take the samples from this folder instead of fetching them.")
  private @Nullable Path data;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  DemoCommand() {}

  @Override
  public Integer call() {
    Map<Sample, Path> samples = samples();
    MappingShelf mappings = MappingShelf.of(workplace);
    Lake lake = workplace.lake();
    samples.forEach((sample, file) -> ingest(sample, file, mappings, lake));
    Backtest backtest = new Backtest(workplace, screen, Clock.systemUTC());
    Path playbooks = workplace.at(workplace.settings().storage().playbooks());
    List<FinishedRun> runs = new ArrayList<>();
    for (Sample sample : samples.keySet()) {
      if (!sample.playbook().isEmpty()) {
        runs.add(backtest.run(PlaybookFile.find(playbooks, sample.playbook())));
      }
    }
    screen.line("");
    int exitCode = RunList.show(runs, screen);
    if (runs.size() > 1) {
      Path page = Runs.of(workplace).folder().resolve("demo.html");
      RunList.write("The demo's runs beside each other", runs, page);
      screen.line("Beside each other: " + Home.shown(page));
    }
    return exitCode;
  }

  /// What can be had; a sample that cannot is left out and named.
  private Map<Sample, Path> samples() {
    if (data != null && !Files.isDirectory(data)) {
      throw new StopException(
          "the folder given with --data must exist, but there is none at %s; check its path"
              .formatted(data));
    }
    SampleShelf shelf = SampleShelf.in(workplace.at(workplace.settings().data().samples()));
    Map<Sample, Path> found = new LinkedHashMap<>();
    List<String> reasons = new ArrayList<>();
    for (Sample sample : Sample.ALL) {
      try (Progress progress = screen.progress("fetch " + sample.name(), 0)) {
        if (!shelf.holds(sample)) {
          progress.busy(sample.title());
        }
        found.put(sample, data == null ? shelf.take(sample) : shelf.takeFrom(sample, data));
      } catch (SampleException missing) {
        reasons.add(String.valueOf(missing.getMessage()));
      }
    }
    if (found.isEmpty()) {
      throw new StopException("no sample could be had: " + String.join("; ", reasons));
    }
    reasons.forEach(reason -> screen.remark("quorate: left out: " + reason));
    return found;
  }

  private void ingest(Sample sample, Path file, MappingShelf mappings, Lake lake) {
    IngestRequest request =
        new IngestRequest(
            List.of(file),
            mappings.named(sample.mapping()),
            Listings.of(workplace.instruments()),
            workplace.who());
    IngestResult result;
    try (Progress progress = screen.progress("ingest " + sample.name(), 0)) {
      result = lake.ingest(request, progress::at);
    }
    screen.line(
        "%s: %s"
            .formatted(
                sample.title(),
                result.isAlreadyThere()
                    ? "in the lake already"
                    : "%,d rows read, %,d accepted".formatted(result.read(), result.accepted())));
  }
}
