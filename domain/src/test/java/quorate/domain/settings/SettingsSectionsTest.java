package quorate.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSectionsTest {
  @Test
  void refusesAnUnknownKeyAndNamesTheNearest() {
    Settings settings = Settings.of(Map.of("risk", Map.of("max_leverge", "3")));
    settings.section("risk").number("max_leverage", 2, 0, 10);

    assertThatThrownBy(settings::rejectUnknown)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "unknown setting \"risk.max_leverge\"; did you mean \"max_leverage\"? (settings)");
  }

  @Test
  void refusesAnUnknownKeyWithAllThereAreWhenNoneIsNear() {
    Settings settings = Settings.of("book.yaml", Map.of("colour", "red"), name -> null);
    settings.text("name", "x");
    settings.text("title", "x");

    assertThatThrownBy(settings::rejectUnknown)
        .hasMessage("unknown setting \"colour\"; the keys here are name, title (book.yaml)");
  }

  @Test
  void takesEveryKeyThatWasAskedForInAnyWay() {
    Settings settings =
        Settings.of(
            Map.of(
                "text",
                "a",
                "texts",
                "a",
                "number",
                1,
                "flag",
                true,
                "section",
                Map.of(),
                "sections",
                List.of(),
                "had",
                1,
                "handed",
                Map.of("own", 1)));
    settings.text("text");
    settings.texts("texts");
    settings.number("number", 0, 0, 1);
    settings.flag("flag", true);
    settings.section("section");
    settings.sections("sections");
    assertThat(settings.has("had")).isTrue();
    settings.handedOn("handed");

    assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
  }

  @Test
  void leavesASectionHandedOnToItsReader() {
    Settings settings = Settings.of(Map.of("agent", Map.of("period", 14)));

    Settings agent = settings.handedOn("agent");

    assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
    assertThatThrownBy(agent::rejectUnknown)
        .hasMessage("unknown setting \"agent.period\" (settings)");
    assertThat(settings.asked()).containsExactly("agent");
  }

  @Test
  void remembersWhatASectionWasAskedEarlier() {
    Settings settings = Settings.of(Map.of("risk", Map.of("a", 1, "b", 2)));

    settings.section("risk").text("a");
    settings.section("risk").text("b");

    assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
    assertThat(settings.asked()).containsExactly("risk.a", "risk.b");
  }

  @Test
  void isEmptyWhereASectionIsAbsent() {
    Settings settings = Settings.empty();

    assertThat(settings.section("risk").keys()).isEmpty();
    assertThat(settings.sections("agents")).isEmpty();
    assertThat(settings.handedOn("own").keys()).isEmpty();
  }

  @Test
  void refusesASectionThatIsAValueOrAList() {
    Settings settings = Settings.of(Map.of("risk", "low", "agents", List.of(1)));

    assertThatThrownBy(() -> settings.section("risk"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("risk must be a section of its own, but was \"low\" (settings)");
    assertThatThrownBy(() -> settings.section("agents"))
        .hasMessage("agents must be a section of its own, but was \"[1]\" (settings)");
  }

  @Test
  void readsAListOfSectionsWhereATextIsAName() {
    Settings settings =
        Settings.of(Map.of("agents", List.of("trend", Map.of("name", "rsi", "period", 14))));

    List<Settings> agents = settings.sections("agents");

    assertThat(agents).hasSize(2);
    assertThat(agents.get(0).text("name")).isEqualTo("trend");
    assertThat(agents.get(1).text("name")).isEqualTo("rsi");
    assertThatThrownBy(settings::rejectUnknown)
        .hasMessage(
            "unknown setting \"agents[1].period\"; the keys of agents[1] are name (settings)");
  }

  @Test
  void refusesAListOfSectionsThatIsNone() {
    Settings settings = Settings.of(Map.of("agents", "trend", "books", List.of("a", 7)));

    assertThatThrownBy(() -> settings.sections("agents"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("agents must be a list, but was \"trend\" (settings)");
    assertThatThrownBy(() -> settings.sections("books"))
        .hasMessage("books[1] must be a section of its own, but was \"7\" (settings)");
  }

  @Test
  void hasAKeyOnlyWhenAValueIsWritten() {
    Settings settings = Settings.of(Collections.singletonMap("empty", null));

    assertThat(settings.has("empty")).isFalse();
    assertThat(settings.has("absent")).isFalse();
    assertThat(settings.text("empty", "x")).isEqualTo("x");
    assertThat(settings.keys()).containsExactly("empty");
  }

  @Test
  void givesWhatNobodyAskedForAsText() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "rsi");
    values.put("period", 14);
    values.put("level", "3e1");
    Settings settings = Settings.of(values);
    settings.text("name");

    assertThat(settings.remaining())
        .containsExactly(Map.entry("period", "14"), Map.entry("level", "3e1"));
    assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
  }

  @Test
  void tellsWhatWasAskedForWithFullNames() {
    Settings settings = Settings.of(Map.of("agents", List.of("trend")));
    settings.text("name", "x");
    settings.section("risk").flag("strict", true);
    settings.section("risk").section("stop").text("kind", "x");
    settings.sections("agents").getFirst().text("name");

    assertThat(settings.asked())
        .containsExactly("agents", "agents[0].name", "name", "risk.stop.kind", "risk.strict");
  }

  @Test
  void isOneTextWhateverTheOrderOfItsKeys() {
    Map<String, Object> forwards = new LinkedHashMap<>();
    forwards.put("a", 1);
    forwards.put("b", Map.of("c", List.of("x", 2)));
    forwards.put("d", null);
    Map<String, Object> backwards = new LinkedHashMap<>();
    backwards.put("d", null);
    backwards.put("b", Map.of("c", List.of("x", 2)));
    backwards.put("a", "1");

    assertThat(Settings.of(forwards).canonical(Set.of()))
        .isEqualTo(Settings.of(backwards).canonical(Set.of()))
        .isEqualTo("{a=\"1\", b={c=[\"x\", \"2\"]}, d=~}");
  }

  @Test
  void leavesOutOfTheTextWhatMakesNoDifference() {
    Settings settings = Settings.of(Map.of("a", "say \"x\"", "out", "folder"));

    assertThat(settings.canonical(Set.of("out"))).isEqualTo("{a=\"say \\\"x\\\"\"}");
    assertThat(settings.keys()).contains("out");
  }

  /// At most two letters, or a third of the word, may be wrong; case and separators do not count.
  @ParameterizedTest
  @CsvSource({
    "max_leverge, max_leverage",
    "MaxLeverage, max_leverage",
    "max-leverage, max_leverage",
    "maxleverag, max_leverage",
    "stopp, stop",
    "spot, stop",
    "topp, stop",
    "maximum_leverage, max_leverage" // four of sixteen letters
  })
  void findsTheNearestWord(String found, String nearest) {
    assertThat(Settings.nearest(found, List.of("stop", "max_leverage", "zone")))
        .isEqualTo("; did you mean \"" + nearest + "\"?");
  }

  @ParameterizedTest
  @CsvSource({"colour", "leverage_maximum", "abcdefgh", "x", "stopxyz"})
  void findsNoneThatIsFar(String found) {
    assertThat(Settings.nearest(found, List.of("stop", "max_leverage", "zone"))).isEmpty();
    assertThat(Settings.nearest(found, List.of())).isEmpty();
  }

  @Test
  void prefersTheFirstOfWordsThatAreEquallyNear() {
    assertThat(Settings.nearest("cat", List.of("dog", "bat", "hat")))
        .isEqualTo("; did you mean \"bat\"?");
  }
}
