package quorate.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;

/// The table of playbook keys in `docs/settings.md` and the code say the same.
class PlaybookKeysTest {
  @Test
  void everyKeyIsDocumentedAndNoOther() throws Exception {
    Set<String> asked = new TreeSet<>();
    for (Map<String, Object> playbook :
        List.of(
            playbook(Map.of("allocation", Map.of("method", "fixed"))),
            playbook(
                Map.of(
                    "features",
                    Map.of(
                        "tables",
                        List.of(Map.of("timeframe", "5m", "columns", List.of("close")))))),
            playbook(Map.of("execution", Map.of("commission", Map.of(), "bracket", Map.of()))))) {
      Settings settings = Settings.of(playbook);
      Playbook.from(settings);
      settings.asked().forEach(key -> asked.add(key.replaceAll("\\[\\d+]", "[]")));
    }
    // Sections that are read as a whole.
    asked.addAll(
        List.of(
            "capital.rates",
            "council.members[].parameters",
            "execution.commission",
            "execution.bracket"));

    Set<String> documented = new TreeSet<>(SettingsPage.playbookKeys().keySet());
    assertThat(documented).isEqualTo(asked);
  }

  @Test
  void everyDocumentedDefaultIsTheDefault() throws Exception {
    for (Map.Entry<String, String> key : SettingsPage.playbookKeys().entrySet()) {
      if (!key.getValue().isEmpty() && !key.getKey().contains("[]")) {
        Playbook defaults = Playbook.from(Settings.of(playbook(nested(key, Map.of()))));
        Playbook written =
            Playbook.from(Settings.of(playbook(nested(key, Map.of(lastOf(key), key.getValue())))));

        assertThat(withoutMembers(written)).as(key.getKey()).isEqualTo(withoutMembers(defaults));
      }
    }
  }

  /// The section of a key with some content: one that is left out may mean something else than one
  /// that is empty.
  private static Map<String, Object> nested(
      Map.Entry<String, String> key, Map<String, String> content) {
    String[] path = key.getKey().split("\\.", -1);
    if (path[path.length - 1].equals("size")) {
      return Map.of();
    }
    Map<String, Object> section = new HashMap<>(content);
    for (int i = path.length - 2; i > 0; i--) {
      section = new HashMap<>(Map.of(path[i], section));
    }
    return Map.of(path[0], section);
  }

  private static String lastOf(Map.Entry<String, String> key) {
    return key.getKey().substring(key.getKey().lastIndexOf('.') + 1);
  }

  /// A playbook with what is required and one more section.
  private static Map<String, Object> playbook(Map<String, Object> more) {
    Map<String, Object> playbook = new HashMap<>();
    playbook.put("name", "x");
    playbook.put("data", new HashMap<>(Map.of("instruments", List.of("ES"))));
    playbook.put("council", new HashMap<>(Map.of("members", List.of("trend"))));
    more.forEach((key, value) ->
        playbook.merge(
            key,
            value,
            (before, now) -> {
              Map<Object, Object> both = new HashMap<>((Map<?, ?>) before);
              both.putAll((Map<?, ?>) now);
              return both;
            }));
    return playbook;
  }

  /// Everything that can be compared; a member holds its own settings, which are not equal to
  /// others of the same content.
  private static List<Object> withoutMembers(Playbook playbook) {
    List<Object> parts = new ArrayList<>();
    parts.add(playbook.capital());
    parts.add(playbook.rates());
    parts.add(playbook.data());
    parts.add(playbook.council().timeframe());
    parts.add(playbook.council().rules());
    parts.add(playbook.council().otherwise());
    parts.add(playbook.allocation());
    parts.add(playbook.limits());
    parts.add(playbook.execution());
    return parts;
  }
}
