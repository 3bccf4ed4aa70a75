package quorate.agents.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorate.agents.AgentFactory;
import quorate.agents.rule.ReversionAgent;
import quorate.agents.rule.TrendAgent;
import quorate.agents.source.AgentTemplate;
import quorate.agents.source.Strategy;
import quorate.agents.source.StrategyCompiler;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

/// Every agent that a playbook can name: `trend` and `reversion`, which ship with Quorate, and one
/// for each Java file of the user's folder.
///
/// Immutable; the sources of users' agents are compiled when they are asked for, not before.
public final class AgentCatalogue {
  private static final Pattern CLASS_NAME = Pattern.compile("[A-Z][A-Za-z0-9_]*");

  private final Map<String, AgentFactory> builtIn;
  private final StrategyCompiler strategies;

  private AgentCatalogue(Map<String, AgentFactory> builtIn, StrategyCompiler strategies) {
    this.builtIn = Collections.unmodifiableMap(builtIn);
    this.strategies = strategies;
  }

  /// @param strategies folder of the user's agents; need not exist
  public static AgentCatalogue of(Path strategies) {
    Map<String, AgentFactory> builtIn = new TreeMap<>();
    builtIn.put("trend", TrendAgent::new);
    builtIn.put("reversion", ReversionAgent::new);
    return new AgentCatalogue(builtIn, new StrategyCompiler(strategies));
  }

  /// A catalogue with one more agent, for those that another room makes.
  ///
  /// @throws IllegalArgumentException when the name is taken
  public AgentCatalogue with(String name, AgentFactory factory) {
    if (builtIn.containsKey(name)) {
      throw new IllegalArgumentException(
          "agents must have different names, but two are called \"" + name + "\"");
    }
    Map<String, AgentFactory> more = new TreeMap<>(builtIn);
    more.put(name, factory);
    return new AgentCatalogue(more, strategies);
  }

  /// The names that [#find] knows, in order; those of users' agents are names of files.
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(builtIn.keySet());
    Path folder = strategies.folder();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".java") && !file.endsWith("Test.java"))
            .forEach(file -> names.add(file.substring(0, file.length() - ".java".length())));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + folder, e);
      }
    }
    return names;
  }

  /// The agent of a name; compiles it when a user wrote it.
  ///
  /// @throws SettingsException when there is none, naming the nearest
  /// @throws quorate.agents.source.StrategyException when a user's agent does not compile or is
  ///   none
  public NamedAgent find(String name) {
    AgentFactory factory = builtIn.get(name);
    if (factory != null) {
      return new NamedAgent(name, factory, Optional.empty());
    }
    if (CLASS_NAME.matcher(name).matches() && Files.isRegularFile(strategies.fileOf(name))) {
      return named(strategies.compile(name));
    }
    throw unknown(name);
  }

  private static NamedAgent named(Strategy strategy) {
    return new NamedAgent(strategy.name(), strategy.factory(), Optional.of(strategy));
  }

  private SettingsException unknown(String name) {
    SortedSet<String> names = names();
    String own = AgentTemplate.suggestedName(name);
    return new SettingsException(
        "no agent is called \"%s\"%s There are %s; one of your own would be %s, which ./quorate new agent %s writes"
            .formatted(
                name, nearest(name, names), String.join(", ", names), strategies.fileOf(own), own));
  }

  private static String nearest(String name, SortedSet<String> names) {
    String nearest = Settings.nearest(name, names);
    return nearest.isEmpty() ? "." : nearest;
  }
}
