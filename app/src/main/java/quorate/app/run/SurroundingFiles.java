package quorate.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import quorate.app.home.Workplace;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.MacroRelease;
import quorate.domain.TextSignal;
import quorate.engine.playbook.DataSection;
import quorate.features.surroundings.SurroundingKind;
import quorate.features.surroundings.Surroundings;
import quorate.features.text.TextSettings;
import quorate.lake.TapedDataset;
import quorate.lake.gold.SurroundingInputs;
import quorate.lake.store.Checksum;
import quorate.market.macro.MacroFiles;
import quorate.market.macro.ReleaseTable;
import quorate.market.text.TextSignalReader;

/// Reads the files that a playbook names besides its market events.
///
/// What is dated after the last event cannot be seen by anybody: it is left out, so that files may
/// grow without making another run of an old one. A reference's range is that of the run, its
/// checksum is of what was read, not of how it was written, and so of release lags too.
final class SurroundingFiles {
  private final DataSection data;
  private final Workplace workplace;
  private final long fromNs;
  private final long toNs;
  private final Map<SurroundingKind, List<InputReferenced>> references =
      new EnumMap<>(SurroundingKind.class);

  private SurroundingFiles(DataSection data, Workplace workplace, long fromNs, long toNs) {
    this.data = data;
    this.workplace = workplace;
    this.fromNs = fromNs;
    this.toNs = toNs;
  }

  /// @param tapes of the run, whose range counts
  /// @throws WrongNameException when a file is not there, or a series comes from two files
  static SurroundingInputs read(
      DataSection data, List<TapedDataset> tapes, Workplace workplace, Screen screen) {
    SurroundingFiles files =
        new SurroundingFiles(
            data,
            workplace,
            tapes.stream().mapToLong(TapedDataset::fromNs).min().orElse(Long.MIN_VALUE),
            tapes.stream().mapToLong(TapedDataset::toNs).max().orElse(Long.MAX_VALUE));
    Surroundings surroundings = Surroundings.none();
    if (!data.macro().isEmpty()) {
      surroundings = files.withMacro(surroundings);
    }
    if (!data.texts().isEmpty()) {
      surroundings = files.withTexts(surroundings, screen);
    }
    return new SurroundingInputs(surroundings, files.references);
  }

  private Surroundings withMacro(Surroundings surroundings) {
    Map<String, String> written = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    for (String name : data.macro()) {
      for (String file : macroFiles(name)) {
        Path path = workplace.at(Path.of(file));
        String other = written.put(MacroFiles.seriesOf(path), file);
        if (other != null) {
          throw new WrongNameException(
              "data.macro must have one file a series, but %s and %s are of the same"
                  .formatted(other, file));
        }
        files.add(path);
      }
    }
    Map<String, List<MacroRelease>> bySeries = new LinkedHashMap<>();
    written.keySet().forEach(series -> bySeries.put(series, new ArrayList<>()));
    List<MacroRelease> releases =
        MacroFiles.read(files, releaseTable()).stream()
            .filter(release -> release.releasedAtNs() <= toNs)
            .toList();
    for (MacroRelease release : releases) {
      bySeries.computeIfAbsent(release.series(), series -> new ArrayList<>()).add(release);
    }
    List<InputReferenced> macro = new ArrayList<>();
    bySeries.forEach((series, its) ->
        macro.add(reference(written.getOrDefault(series, series), its, SurroundingFiles::line)));
    references.put(SurroundingKind.MACRO, macro);
    return surroundings.withMacro(releases, written.keySet());
  }

  private ReleaseTable releaseTable() {
    ReleaseTable table = ReleaseTable.builtIn();
    return data.releaseLags()
        .map(file -> table.with(workplace.at(Path.of(file)), System::getenv))
        .orElse(table);
  }

  /// The files of a folder by name, or the one file, as the playbook writes it.
  private List<String> macroFiles(String name) {
    Path path = workplace.at(Path.of(name));
    if (!Files.isDirectory(path)) {
      return List.of(requireFile("macro", name));
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<String> files =
          inside
              .filter(Files::isRegularFile)
              .filter(MacroFiles::isOne)
              .map(file -> name.replaceFirst("/+$", "") + "/" + file.getFileName())
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new WrongNameException(
            "data.macro must have series in its folders, but %s has no .csv or .csv.gz"
                .formatted(name));
      }
      return files;
    } catch (IOException e) {
      throw new StopException("files cannot be listed in " + name, e);
    }
  }

  private Surroundings withTexts(Surroundings surroundings, Screen screen) {
    List<InputReferenced> texts = new ArrayList<>();
    List<TextSignal> all = new ArrayList<>();
    for (String name : data.texts()) {
      List<TextSignal> signals = signals(workplace.at(Path.of(requireFile("texts", name))));
      if (signals.isEmpty()) {
        screen.remark(
            "quorate: %s has no text about %s in the time of the run"
                .formatted(name, String.join(", ", data.instruments())));
      }
      texts.add(reference(name, signals, SurroundingFiles::line));
      all.addAll(signals);
    }
    all.sort(Comparator.comparingLong(TextSignal::asOfNs));
    references.put(SurroundingKind.TEXT, texts);
    return surroundings.withTexts(all, TextSettings.defaults());
  }

  /// Those about the playbook's instruments, in time.
  private List<TextSignal> signals(Path file) {
    List<TextSignal> signals = new ArrayList<>();
    try (TextSignalReader reader = TextSignalReader.open(file)) {
      while (reader.hasNext()) {
        TextSignal signal = reader.next();
        if (signal.asOfNs() > toNs) {
          break;
        }
        if (data.instruments().contains(signal.symbol())) {
          signals.add(signal);
        }
      }
    }
    return signals;
  }

  private String requireFile(String key, String name) {
    if (!Files.isRegularFile(workplace.at(Path.of(name)))) {
      throw new WrongNameException(
          "data.%s must name files of the project's folder, but there is no %s"
              .formatted(key, name));
    }
    return name;
  }

  private <T> InputReferenced reference(String name, List<T> read, Function<T, String> line) {
    Iterable<String> lines = () -> read.stream().map(line).iterator();
    return new InputReferenced(fromNs, name, Checksum.of(lines), fromNs, toNs, read.size());
  }

  private static String line(MacroRelease release) {
    return "%s %s %d %s %s"
        .formatted(
            release.series(),
            release.referencePeriod(),
            release.releasedAtNs(),
            release.value(),
            release.vintage());
  }

  private static String line(TextSignal signal) {
    return "%d %s %s %s %s %s %s %s %s"
        .formatted(
            signal.asOfNs(),
            signal.source().text(),
            signal.symbol(),
            signal.sentiment(),
            signal.confidence(),
            signal.relevance(),
            signal.topic(),
            signal.influence(),
            signal.textId());
  }
}
