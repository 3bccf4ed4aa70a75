package quorate.agents.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commented starting point of a user's own agent, with its test.
///
/// The agent follows breakouts from a channel; it compiles, and its test passes, as it is written.
public final class AgentTemplate {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final String EXAMPLE = "Breakout";

  /// What the two files import; a class of such a name would hide it. `java.lang` is asked itself.
  private static final Set<String> IMPORTED =
      Set.of(
          "Agent",
          "AgentParameters",
          "Horizon",
          "Observation",
          "Opinion",
          "Rationale",
          "Timeframe",
          "View",
          "List",
          "Test");

  private AgentTemplate() {}

  /// Writes `<name>.java` and `<name>Test.java`; never over a file that is there.
  ///
  /// @param strategies folder of the user's agents; made when it is missing
  /// @param name of the class
  /// @return the files written, the agent first
  /// @throws StrategyException when the name cannot be a class of its own, one of the files is
  ///   there already, or the folder cannot be written; what was there is as it was
  public static List<Path> write(Path strategies, String name) {
    requireName(name);
    Path agent = strategies.resolve(name + ".java");
    Path test = strategies.resolve(name + "Test.java");
    for (Path file : List.of(agent, test)) {
      if (Files.exists(file)) {
        throw taken(file);
      }
    }
    makeFolder(strategies);
    try {
      Files.writeString(agent, text("Agent.java.txt", name), StandardOpenOption.CREATE_NEW);
      Files.writeString(test, text("AgentTest.java.txt", name), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw taken(Path.of(e.getFile()));
    } catch (IOException e) {
      throw new StrategyException("%s cannot be written: %s".formatted(agent, e.getMessage()), e);
    }
    return List.of(agent, test);
  }

  /// A name that [#write] takes, made from any text: `my-agent` becomes `MyAgent`.
  public static String suggestedName(String text) {
    StringBuilder name = new StringBuilder();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    String joined = name.toString();
    if (!NAME.matcher(joined).matches()) {
      return "My" + (joined.isEmpty() ? EXAMPLE : joined);
    }
    return isFree(joined) ? joined : joined + "Agent";
  }

  /// @throws StrategyException when the name cannot be a class of its own; it brings one that can
  public static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new StrategyException(
          "an agent's name must be a Java class name of letters and digits that begins with a"
              + " capital letter, but was \"%s\"; try %s".formatted(name, suggestedName(name)));
    }
    if (!isFree(name)) {
      throw new StrategyException(
          "an agent's name must not be that of a class it uses or of a test, but was \"%s\"; try %s"
              .formatted(name, suggestedName(name)));
    }
  }

  private static boolean isFree(String name) {
    return !IMPORTED.contains(name) && !name.endsWith("Test") && !isJavaLang(name);
  }

  private static boolean isJavaLang(String name) {
    return Object.class.getResource("/java/lang/" + name + ".class") != null;
  }

  private static void makeFolder(Path strategies) {
    try {
      Files.createDirectories(strategies);
    } catch (IOException e) {
      throw new StrategyException(
          "%s must be a folder that can be written, but is not (%s)"
              .formatted(strategies, e.getClass().getSimpleName()),
          e);
    }
  }

  private static StrategyException taken(Path file) {
    return new StrategyException(
        "%s is there already and was left as it is; choose another name or remove it first"
            .formatted(file));
  }

  private static String text(String template, String name) throws IOException {
    try (InputStream stream = AgentTemplate.class.getResourceAsStream(template)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its resource " + template);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(EXAMPLE, name);
    }
  }
}
