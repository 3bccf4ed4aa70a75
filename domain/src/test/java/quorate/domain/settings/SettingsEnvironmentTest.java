package quorate.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsEnvironmentTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SET", "found", "EMPTY", "", "DOLLAR", "$1\\2", "NUMBER_2", "12");

  @ParameterizedTest
  @CsvSource({
    "${SET}, found",
    "${SET:other}, found",
    "${UNSET:other}, other",
    "${UNSET:}, ''",
    "${EMPTY:other}, ''", // set to nothing is set
    "a ${SET} b ${UNSET:c} d, a found b c d",
    "${UNSET:http://host:80/}, http://host:80/",
    "${DOLLAR}, $1\\2", // taken as it is, not as a pattern
    "plain $SET, plain $SET",
    "${not-a-name}, ${not-a-name}"
  })
  void replacesWhatItFindsInTheEnvironment(String text, String expanded) {
    assertThat(settings(Map.of("key", text)).text("key")).isEqualTo(expanded);
  }

  @Test
  void readsNumbersFromTheEnvironmentToo() {
    Settings settings = settings(Map.of("threads", "${NUMBER_2}"));

    assertThat(settings.wholeNumber("threads", 1, 1, 64)).isEqualTo(12);
    assertThat(settings.texts("threads")).containsExactly("12");
  }

  @Test
  void reachesIntoSections() {
    Settings settings = settings(Map.of("risk", Map.of("name", "${SET}")));

    assertThat(settings.section("risk").text("name")).isEqualTo("found");
  }

  @Test
  void saysWhichVariableIsMissing() {
    Settings settings =
        settings(Map.of("store", Map.of("key", "${SECRET}", "keys", List.of("a", "${SECRET}"))));
    Settings store = settings.section("store");
    String rule =
        " needs the environment variable SECRET, which is not set; set it or write"
            + " ${SECRET:default} (book.yaml)";

    assertThatThrownBy(() -> store.text("key", "x"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("store.key" + rule);
    assertThatThrownBy(() -> store.texts("keys")).hasMessage("store.keys" + rule);
    assertThatThrownBy(() -> store.canonical(Set.of("keys"))).hasMessage("store.key" + rule);
    assertThatThrownBy(() -> settings.canonical(Set.of())).hasMessageContaining("store.key");
  }

  @Test
  void knowsNoVariableWhereNoEnvironmentIsGiven() {
    Settings settings = Settings.of(Map.of("key", "${SECRET:none}"));

    assertThat(settings.text("key")).isEqualTo("none");
  }

  private static Settings settings(Map<String, Object> values) {
    return Settings.of("book.yaml", values, ENVIRONMENT::get);
  }
}
