package quorate.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.domain.property.SharedData;

/// Keys and defaults in the tables of `docs/settings.md`; the default is empty where there is none.
final class SettingsPage {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_.\\[\\]]+)` \\| (?:`([^`]*)`|–) \\|.*");

  private SettingsPage() {}

  /// The keys of `quorate.yaml`.
  static Map<String, String> quorateKeys() throws IOException {
    return rows(page()[0]);
  }

  /// The keys of a playbook.
  static Map<String, String> playbookKeys() throws IOException {
    return rows(page()[1]);
  }

  private static String[] page() throws IOException {
    Path page = SharedData.projectRoot().resolve("docs/settings.md");
    return Files.readString(page).split("\n## Playbooks\n", 2);
  }

  private static Map<String, String> rows(String part) {
    Map<String, String> rows = new LinkedHashMap<>();
    part.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
    return rows;
  }
}
