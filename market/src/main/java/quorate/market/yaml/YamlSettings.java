package quorate.market.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;

/// A YAML document as [Settings].
///
/// Scalars stay text: YAML 1.1 would read `17:00` as the number 1020, `2015-09-21` as an instant
/// and `no` as false, while [Settings] parses each value as its key demands. Nothing but maps,
/// lists and text can be constructed, so a file cannot name a class to load. A key written twice in
/// one section is an error.
public final class YamlSettings {
  private YamlSettings() {}

  /// Reads a file.
  ///
  /// @param environment looks `${NAME}` up, `System::getenv` outside tests
  /// @throws SettingsException when it is missing, unreadable or not YAML; the message gives the
  ///   file and the line
  public static Settings read(Path file, Function<String, @Nullable String> environment) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw broken("settings file must exist, but was not found: " + file, e);
    } catch (CharacterCodingException e) {
      throw broken("settings file must be UTF-8 text, but was not: " + file, e);
    } catch (IOException e) {
      throw broken("settings file cannot be read: " + e.getMessage() + " (" + file + ")", e);
    }
    return read(file.toString(), new StringReader(text), environment);
  }

  /// Reads an open document; an empty one gives empty settings.
  ///
  /// @param origin name for messages
  public static Settings read(
      String origin, Reader document, Function<String, @Nullable String> environment) {
    Object root;
    try {
      root = reader().load(document);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw broken(
          "settings must be valid YAML, but %s (%s, line %d)"
              .formatted(e.getProblem(), origin, line),
          e);
    } catch (YAMLException e) {
      throw broken("settings must be valid YAML, but %s (%s)".formatted(e.getMessage(), origin), e);
    }
    return Settings.of(origin, section(origin, root), environment);
  }

  private static Map<String, @Nullable Object> section(String origin, @Nullable Object root) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (root == null) {
      return values;
    }
    if (!(root instanceof Map<?, ?> map)) {
      throw new SettingsException(
          "settings must be a map of keys to values, but the file holds %s (%s)"
              .formatted(root instanceof Iterable ? "a list" : "a single value", origin));
    }
    map.forEach((key, value) -> values.put(String.valueOf(key), value));
    return values;
  }

  private static Yaml reader() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new TextOnly());
  }

  private static SettingsException broken(String message, Exception cause) {
    SettingsException broken = new SettingsException(message);
    broken.initCause(cause);
    return broken;
  }

  /// Leaves every plain scalar a text, but for the empty one, which means "not set".
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
