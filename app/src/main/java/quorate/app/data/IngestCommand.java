package quorate.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.home.Workplace;
import quorate.app.terminal.Progress;
import quorate.app.terminal.Screen;
import quorate.app.terminal.StopException;
import quorate.lake.IngestRequest;
import quorate.lake.Lake;
import quorate.lake.store.LakeException;
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
      "A file that cannot be read is told and passed over; the exit code is 1 then.",
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
    MappingShelf shelf = MappingShelf.of(workplace);
    IngestStory story = new IngestStory(screen);
    Map<SourceMapping, List<Path>> work = work(shelf, story);
    work.values().forEach(story::expect);
    Listings listings = Listings.of(workplace.instruments());
    Lake lake = workplace.lake();
    try {
      work.forEach((how, files) ->
          ingest(lake, new IngestRequest(files, how, listings, workplace.who()), story));
    } catch (LakeException e) {
      story.tellNotLookedAt();
      throw e;
    }
    story.tell();
    return story.exitCode();
  }

  /// The bar ends before anything is printed.
  private void ingest(Lake lake, IngestRequest request, IngestStory story) {
    try {
      try (Progress progress = screen.progress("ingest " + request.mapping().dataset(), 0)) {
        lake.ingest(request, progress::at, story);
      }
    } finally {
      story.tell();
    }
  }

  /// The files by the mapping they are read with.
  private Map<SourceMapping, List<Path>> work(MappingShelf shelf, IngestStory story) {
    Optional<SourceMapping> given = Optional.ofNullable(mapping).map(shelf::named);
    Map<SourceMapping, List<Path>> work = new LinkedHashMap<>();
    for (Path place : places) {
      for (Path file : files(place, shelf, story)) {
        try {
          SourceMapping how = given.orElseGet(() -> shelf.covering(file));
          work.computeIfAbsent(how, each -> new ArrayList<>()).add(file);
        } catch (StopException e) {
          story.refusedPlace(file, e);
        }
      }
    }
    return work;
  }

  private List<Path> files(Path place, MappingShelf shelf, IngestStory story) {
    try {
      if (!Files.exists(place)) {
        throw new StopException(
            "input file must exist, but there is none at " + place + "; check its path");
      }
      return Files.isDirectory(place) ? filesBelow(place, shelf) : List.of(place);
    } catch (StopException e) {
      story.refusedPlace(place, e);
      return List.of();
    }
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
            "no mapping names a file in %s; name one with --mapping, or write one: ./quorate new mapping <file>"
                .formatted(folder));
      }
      return found;
    } catch (IOException e) {
      throw new StopException("folder cannot be read: " + folder, e);
    }
  }
}
