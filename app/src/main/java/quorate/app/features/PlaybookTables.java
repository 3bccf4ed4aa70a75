package quorate.app.features;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.run.PlaybookFile;
import quorate.app.run.RunInputs;
import quorate.app.terminal.Interruption;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.Words;
import quorate.app.terminal.WrongNameException;
import quorate.domain.Bar;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.engine.BacktestSession;
import quorate.engine.playbook.Playbook;
import quorate.engine.run.CodeVersion;
import quorate.features.observation.FeatureSet;
import quorate.features.surroundings.Surroundings;
import quorate.lake.TapedDataset;
import quorate.lake.gold.GoldRequest;
import quorate.lake.gold.GoldStore;
import quorate.lake.gold.GoldTable;
import quorate.lake.gold.Lineage;
import quorate.market.bars.BarSet;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;

/// Makes the feature tables of playbooks: for each instrument and timeframe what the council's
/// members look at, and what the playbook's `features.tables` name.
final class PlaybookTables {
  private final Workplace workplace;
  private final Screen screen;

  PlaybookTables(Workplace workplace, Screen screen) {
    this.workplace = workplace;
    this.screen = screen;
  }

  /// Makes what is missing and says what there is.
  void make(PlaybookFile file) {
    for (GoldTable table : of(file)) {
      screen.json(asMap(table));
      screen.line(sentence(table));
    }
  }

  /// The tables of a playbook, made where they are missing.
  List<GoldTable> of(PlaybookFile file) {
    Playbook playbook = file.playbook();
    RunInputs inputs = RunInputs.of(playbook, workplace, screen);
    Map<Timeframe, List<String>> columns = columns(playbook, inputs);
    String code = code();
    GoldStore gold = workplace.gold();
    List<GoldTable> tables = new ArrayList<>();
    for (TapedDataset input : inputs.tapes()) {
      SessionCalendar calendar = Calendars.named(input.dataset().instrument().calendar());
      long beginsNs = playbook.data().from().map(calendar::openOf).orElse(Long.MIN_VALUE);
      GoldRequest request =
          new GoldRequest(
              playbook.name(), input, beginsNs, calendar, columns, code, inputs.surroundings());
      try (Interruption _ = Interruption.guarded();
          Progress progress =
              screen.progress("features of " + input.dataset().symbol(), input.events())) {
        tables.addAll(gold.build(request, (done, total) -> progress.at(done)));
      }
    }
    return tables;
  }

  /// What the members look at first, then what the playbook names; each column once.
  private Map<Timeframe, List<String>> columns(Playbook playbook, RunInputs inputs) {
    BacktestSession session =
        BacktestSession.of(
            playbook,
            inputs.instruments(),
            AgentCatalogue.of(workplace.at(workplace.settings().storage().strategies())),
            Calendars::named,
            inputs.surroundings().surroundings());
    Map<Timeframe, List<String>> columns = new LinkedHashMap<>();
    for (View view : session.views()) {
      add(view.timeframe(), view.columns(), columns);
    }
    playbook
        .features()
        .tables()
        .forEach((timeframe, names) -> {
          check(timeframe, names, inputs.surroundings().surroundings());
          add(timeframe, names, columns);
        });
    return columns;
  }

  /// What surrounds the instruments is known only now, and so which of its names are right.
  private static void check(Timeframe timeframe, List<String> names, Surroundings surroundings) {
    try {
      FeatureSet unused =
          new FeatureSet(
              timeframe, ZoneOffset.UTC, surroundings.of(""), names.toArray(String[]::new));
      unused.columns();
    } catch (IllegalArgumentException wrong) {
      throw new WrongNameException(
          "features.tables must name features, but: " + wrong.getMessage(), wrong);
    }
  }

  private static void add(
      Timeframe timeframe, List<String> names, Map<Timeframe, List<String>> columns) {
    List<String> there = columns.computeIfAbsent(timeframe, each -> new ArrayList<>());
    names.stream().filter(name -> !there.contains(name)).forEach(there::add);
  }

  /// Checksum of the modules between an event and a feature; what else changes changes no table.
  private static String code() {
    return CodeVersion.ofClassPath(
        Stream.of(Bar.class, BarSet.class, FeatureSet.class)
            .map(PlaybookTables::place)
            .collect(Collectors.joining(File.pathSeparator)));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every class comes from a file", e);
    }
  }

  private static String sentence(GoldTable table) {
    Lineage made = table.lineage();
    return "%s %s of %s: %s of %s, %s: %s"
        .formatted(
            made.symbol(),
            made.timeframe(),
            made.playbook(),
            Words.counted(made.rows(), "row"),
            Words.counted(made.columns().size(), "feature"),
            table.fresh() ? "made" : "there already",
            Home.shown(table.folder()));
  }

  private static Map<String, Object> asMap(GoldTable table) {
    Lineage made = table.lineage();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("playbook", made.playbook());
    map.put("symbol", made.symbol());
    map.put("timeframe", made.timeframe());
    map.put("version", made.version());
    map.put("fresh", table.fresh());
    map.put("folder", Home.shown(table.folder()));
    map.put("rows", made.rows());
    map.put("input", made.input());
    map.put("input_checksum", made.inputChecksum());
    map.put("code", made.code());
    map.put("columns", made.columns());
    return map;
  }
}
