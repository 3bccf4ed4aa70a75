package quorate.app.run;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.engine.BacktestSession;
import quorate.engine.replay.Replay;
import quorate.engine.run.RunFolder;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeReader;

/// `quorate replay`: the recorded inputs of a run into a fresh engine, its outputs compared with
/// the recorded ones bit for bit.
@Command(
    name = "replay",
    description = {
      "Repeat a run from its recorded inputs and compare what comes out, bit for bit.",
      "Without a run the latest one is taken."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exits with 3 and shows the first difference when the run does not repeat.",
      "Example:",
      "  ./quorate replay btc-sample-20250101-120000"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;
  @Mixin private ChosenRun run;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  ReplayCommand() {}

  @Override
  public Integer call() {
    RunFolder folder = run.in(workplace);
    PlaybookFile file = PlaybookFile.read(folder.playbook());
    List<InputReferenced> recorded = Replay.inputs(folder.tape());
    List<String> symbols = file.playbook().data().instruments();
    requireWhole(recorded, symbols);
    RunInputs inputs = RunInputs.again(file.playbook(), recorded, workplace, screen);
    requireSame(instruments(folder), inputs.instruments());
    requireSame(
        recorded.subList(0, symbols.size()), inputs.references().subList(0, symbols.size()));
    requireSameFiles(
        recorded.subList(symbols.size(), recorded.size()), inputs.surroundings().references());
    BacktestSession session =
        new Backtest(workplace, screen, Clock.systemUTC()).session(file, inputs);
    remarkChanges(folder, session);
    Replay.Outcome outcome;
    try (Feed feed = inputs.feed();
        Progress progress = screen.progress("replay", inputs.events())) {
      outcome =
          Replay.run(
              folder.tape(), session, feed, recorded, (events, timeNs) -> progress.at(events));
    }
    show(folder, outcome);
    return outcome.isSame() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  /// The terms by which the run's numbers were scaled.
  private static Instruments instruments(RunFolder folder) {
    try (TapeReader tape = TapeReader.open(folder.tape())) {
      return tape.header().instruments();
    }
  }

  private static void requireSame(Instruments recorded, Instruments found) {
    if (!recorded.list().equals(found.list())) {
      throw new StopException(
          "the instruments must be declared as they were for the run, but the run has %s and the lake now has %s; declare them as before and ingest the run's files again"
              .formatted(recorded.list(), found.list()));
    }
  }

  private static void requireWhole(List<InputReferenced> recorded, List<String> symbols) {
    if (recorded.size() < symbols.size()) {
      throw new StopException(
          "the run's tape must name an input for each of %s, but names %d; the recording is damaged or its playbook was changed"
              .formatted(symbols, recorded.size()));
    }
  }

  private static void requireSame(List<InputReferenced> recorded, List<InputReferenced> found) {
    for (int i = 0; i < recorded.size(); i++) {
      InputReferenced before = recorded.get(i);
      InputReferenced now = found.get(i);
      if (before.events() != now.events() || !before.checksum().equals(now.checksum())) {
        throw new StopException(
            "the lake must hold the data that the run has read, but of %s from %s to %s %s; ingest the run's files again"
                .formatted(
                    before.source(),
                    instant(before.fromNs()),
                    instant(before.toNs()),
                    difference(before, now)));
      }
    }
  }

  /// Files of macro releases and texts are read anew, so they must say what they said.
  private static void requireSameFiles(
      List<InputReferenced> recorded, List<InputReferenced> found) {
    List<String> before = recorded.stream().map(InputReferenced::source).toList();
    List<String> now = found.stream().map(InputReferenced::source).toList();
    if (!before.equals(now)) {
      throw new StopException(
          "data.macro and data.texts must be the files that the run has read, %s, but are %s; put them back as they were"
              .formatted(before, now));
    }
    for (int i = 0; i < recorded.size(); i++) {
      if (!recorded.get(i).checksum().equals(found.get(i).checksum())) {
        throw new StopException(
            "%s must say what it said when the run read it, but until %s it says something else (%,d entries, not %,d); put it back as it was"
                .formatted(
                    before.get(i),
                    instant(recorded.get(i).toNs()),
                    found.get(i).events(),
                    recorded.get(i).events()));
      }
    }
  }

  private static Instant instant(long timeNs) {
    return Instant.EPOCH.plusNanos(timeNs);
  }

  private static String difference(InputReferenced before, InputReferenced now) {
    return before.events() == now.events()
        ? "some of the %,d events have other values now (checksum %s, not %s)"
            .formatted(now.events(), now.checksum(), before.checksum())
        : "the run read %,d events and the lake now holds %,d"
            .formatted(before.events(), now.events());
  }

  /// A user's agent that was changed since the run explains a difference before it is found.
  private void remarkChanges(RunFolder folder, BacktestSession session) {
    Map<String, String> before = folder.manifest().strategies();
    session
        .strategies()
        .forEach((name, checksum) -> {
          if (!checksum.equals(before.get(name))) {
            screen.remark("quorate: the agent " + name + " was changed since the run");
          }
        });
  }

  private void show(RunFolder folder, Replay.Outcome outcome) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("run", folder.id());
    result.put("same", outcome.isSame());
    result.put("compared", outcome.compared());
    result.put("damage", outcome.damage());
    result.put("divergence", outcome.divergence().map(Object::toString).orElse(""));
    screen.json(result);
    outcome.damage().forEach(damage -> screen.line("the recording is damaged: " + damage));
    outcome.divergence().ifPresent(divergence -> screen.line(divergence.text()));
    screen.line(
        outcome.isSame()
            ? "%s repeats bit for bit: %,d entries compared"
                .formatted(folder.id(), outcome.compared())
            : "%s does not repeat: %,d entries were the same before"
                .formatted(folder.id(), outcome.compared()));
  }
}
