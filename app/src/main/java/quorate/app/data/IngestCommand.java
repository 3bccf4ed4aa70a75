package quorate.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.lake.IngestRequest;
import quorate.lake.IngestResult;
import quorate.lake.Lake;
import quorate.market.source.Listings;
import quorate.market.source.SourceMapping;

/// `quorate ingest`: files of a vendor into the lake, each row accepted or set aside with a reason.
@Command(
    name = "ingest",
    description = {
      "Bring files of trades, quotes or bars into the lake.",
      "How a file is read says a mapping; without --mapping the one that names the file is taken.",
      "The same file twice changes nothing."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exits with 3 when rows were set aside; they are in the lake's quarantine with their reasons.",
      "Examples:",
      "  ./quorate ingest downloads/futures/           all files that a mapping names",
      "  ./quorate ingest trades.csv --mapping my-vendor"
    })
public final class IngestCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(
      arity = "1..*",
      paramLabel = "<file or folder>",
      description = "Plain, .gz or .zip files; of a folder all files that a mapping names.")
  private List<Path> places;

  @Option(
      names = "--mapping",
      paramLabel = "<name or file>",
      description = "Read the files by this mapping, one of mappings/ or any YAML file.")
  private @Nullable String mapping;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  IngestCommand() {}

  @Override
  public Integer call() {
    MappingShelf shelf = MappingShelf.in(workplace.at(workplace.settings().data().mappings()));
    Map<SourceMapping, List<Path>> work = new LinkedHashMap<>();
    for (Path file : files(shelf)) {
      SourceMapping how = mapping == null ? shelf.covering(file) : shelf.named(mapping);
      work.computeIfAbsent(how, each -> new ArrayList<>()).add(file);
    }
    Listings listings = Listings.of(workplace.instruments());
    Lake lake = workplace.lake();
    boolean findings = false;
    for (Map.Entry<SourceMapping, List<Path>> each : work.entrySet()) {
      IngestRequest request =
          new IngestRequest(each.getValue(), each.getKey(), listings, workplace.who());
      IngestResult result = ingest(lake, request);
      result.files().forEach(this::show);
      findings |= !result.quarantined().isEmpty();
    }
    return findings ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  /// The bar ends before anything is printed.
  private IngestResult ingest(Lake lake, IngestRequest request) {
    try (Progress progress = screen.progress("ingest " + request.mapping().dataset(), 0)) {
      return lake.ingest(request, progress::at);
    }
  }

  private List<Path> files(MappingShelf shelf) {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new StopException(
            "input file must exist, but there is none at " + place + "; check its path");
      }
      if (Files.isDirectory(place)) {
        files.addAll(filesBelow(place, shelf));
      } else {
        files.add(place);
      }
    }
    return files;
  }

  /// Of a folder only what can be read: with a mapping given every file, otherwise those that a
  /// mapping names.
  private List<Path> filesBelow(Path folder, MappingShelf shelf) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .filter(file -> mapping != null || shelf.knows(file))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new StopException(
            "no mapping names a file in %s; name one with --mapping, or write one (docs/mappings.md)"
                .formatted(folder));
      }
      return found;
    } catch (IOException e) {
      throw new StopException("folder cannot be read: " + folder, e);
    }
  }

  private void show(IngestResult.OneFile file) {
    long setAside = file.quarantined().values().stream().mapToLong(Long::longValue).sum();
    if (file.alreadyThere()) {
      screen.line("%s: already there, nothing changed".formatted(Home.shown(file.file())));
    } else {
      screen.line(
          "%s: %,d rows read, %,d accepted, %,d set aside%s"
              .formatted(
                  Home.shown(file.file()),
                  file.read(),
                  file.accepted(),
                  setAside,
                  file.flagged().isEmpty() ? "" : ", flagged " + counts(file.flagged())));
    }
    if (setAside > 0) {
      screen.line(
          "  set aside: %s%s"
              .formatted(
                  counts(file.quarantined()),
                  file.quarantine().map(where -> "; see " + Home.shown(where)).orElse("")));
    }
    screen.json(asMap(file));
  }

  private static String counts(Map<String, Long> byReason) {
    List<String> parts = new ArrayList<>();
    byReason.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> parts.add("%s %,d".formatted(each.getKey(), each.getValue())));
    return String.join(", ", parts);
  }

  private static Map<String, Object> asMap(IngestResult.OneFile file) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.file().toString());
    map.put("commit", file.commit());
    map.put("sha256", file.checksum());
    map.put("already_there", file.alreadyThere());
    map.put("read", file.read());
    map.put("accepted", file.accepted());
    map.put("quarantined", file.quarantined());
    map.put("flagged", file.flagged());
    map.put("quarantine", file.quarantine().map(Path::toString).orElse(""));
    return map;
  }
}
