package quorate.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import quorate.app.home.Home;
import quorate.app.home.Workplace;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.market.source.SourceMapping;

/// The mapping files, found by name or by the files they say they are for.
///
/// Every mapping is read when the shelf is opened, so a broken one is known at once.
public final class MappingShelf {
  private final Path folder;
  private final Set<String> own;
  private final Map<String, SourceMapping> mappings;

  private MappingShelf(Path folder, Set<String> own, Map<String, SourceMapping> mappings) {
    this.folder = folder;
    this.own = own;
    this.mappings = mappings;
  }

  /// The user's mappings, and behind them those that ship with Quorate: of two with one name the
  /// user's counts.
  ///
  /// @throws quorate.domain.settings.SettingsException when a mapping breaks a rule
  public static MappingShelf of(Workplace workplace) {
    return of(
        workplace.at(workplace.settings().data().mappings()), Home.folder().resolve("mappings"));
  }

  static MappingShelf of(Path own, Path shipped) {
    Map<String, SourceMapping> mine = read(own);
    Map<String, SourceMapping> mappings = new TreeMap<>();
    if (!own.equals(shipped)) {
      mappings.putAll(read(shipped));
    }
    mappings.putAll(mine);
    return new MappingShelf(own, mine.keySet(), mappings);
  }

  private static Map<String, SourceMapping> read(Path folder) {
    Map<String, SourceMapping> mappings = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
          mappings.put(nameOf(folder.relativize(file)), SourceMapping.read(file));
        }
      } catch (IOException e) {
        throw new StopException("mappings cannot be read from " + folder, e);
      }
    }
    return mappings;
  }

  private static String nameOf(Path relative) {
    String name = relative.toString().replace('\\', '/');
    return name.substring(0, name.length() - ".yaml".length());
  }

  /// A mapping by the name of its file without `.yaml`, or by any path.
  ///
  /// @throws WrongNameException when there is none
  public SourceMapping named(String name) {
    SourceMapping known = mappings.get(name);
    if (known != null) {
      return known;
    }
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      return SourceMapping.read(file);
    }
    throw new WrongNameException(
        "mapping must be a file or one of %s, but \"%s\" is neither%s; there are %s; ./quorate new mapping <file> writes one"
            .formatted(
                Home.shown(folder),
                name,
                Settings.nearest(name, mappings.keySet()),
                mappings.isEmpty() ? "none" : String.join(", ", mappings.keySet())));
  }

  /// The one mapping that says it is for this file; the user's own before one that ships.
  ///
  /// @throws StopException when none do, as a [WrongNameException] when several do
  public SourceMapping covering(Path file) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, SourceMapping> each : mappings.entrySet()) {
      if (covers(each.getValue(), file)) {
        found.add(each.getKey());
      }
    }
    if (found.size() > 1 && found.stream().anyMatch(own::contains)) {
      found.retainAll(own);
    }
    if (found.size() == 1) {
      return named(found.getFirst());
    }
    if (found.isEmpty()) {
      throw new StopException(
          "no mapping in %s is for %s; name one with --mapping, or write one: ./quorate new mapping <file>"
              .formatted(Home.shown(folder), Home.shown(file)));
    }
    throw new WrongNameException(
        "several mappings are for %s (%s); name one with --mapping"
            .formatted(Home.shown(file), String.join(", ", found)));
  }

  /// Whether any mapping says it is for this file.
  boolean knows(Path file) {
    return mappings.values().stream().anyMatch(mapping -> covers(mapping, file));
  }

  /// A mapping's patterns are relative to a data folder, which may be any folder above the file.
  private static boolean covers(SourceMapping mapping, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    for (int from = absolute.getNameCount() - 1; from >= 0; from--) {
      if (mapping.covers(absolute.subpath(from, absolute.getNameCount()))) {
        return true;
      }
    }
    return false;
  }
}
