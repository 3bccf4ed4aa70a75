package quorate.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the getters take and refuse; sections and unknown keys are in [SettingsSectionsTest].
class SettingsTest {
  enum Fashion {
    PLAIN,
    TWO_TONE
  }

  @Test
  void readsAText() {
    Settings settings = Settings.of(Map.of("name", "x", "number", 7));

    assertThat(settings.text("name")).isEqualTo("x");
    assertThat(settings.text("name", "y")).isEqualTo("x");
    assertThat(settings.text("number")).isEqualTo("7");
    assertThat(settings.text("absent", "y")).isEqualTo("y");
  }

  @Test
  void saysWhatIsMissing() {
    Settings settings = Settings.of("book.yaml", Map.of("risk", Map.of()), name -> null);

    assertThatThrownBy(() -> settings.section("risk").text("rule"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("risk.rule is missing and has no default (book.yaml)");
    assertThatThrownBy(() -> settings.parsed("size", Integer::valueOf))
        .isInstanceOf(SettingsException.class)
        .hasMessage("size is missing and has no default (book.yaml)");
  }

  @Test
  void refusesASectionOrAListWhereOneValueBelongs() {
    Settings settings = Settings.of(Map.of("map", Map.of("a", 1), "list", List.of(1, 2)));

    assertThatThrownBy(() -> settings.text("map"))
        .hasMessage("map must be a single value, but was \"{a=1}\" (settings)");
    assertThatThrownBy(() -> settings.wholeNumber("list", 1, 0, 9))
        .hasMessage("list must be a single value, but was \"[1, 2]\" (settings)");
    assertThatThrownBy(() -> settings.texts("map"))
        .hasMessage("map must be a single value, but was \"{a=1}\" (settings)");
  }

  @Test
  void readsAListOfTexts() {
    Settings settings =
        Settings.of(
            "settings",
            Map.of("many", List.of("a", 2, "${X}"), "one", "a", "none", List.of()),
            name -> "c");

    assertThat(settings.texts("many")).containsExactly("a", "2", "c");
    assertThat(settings.texts("one")).containsExactly("a");
    assertThat(settings.texts("none")).isEmpty();
    assertThat(settings.texts("absent")).isEmpty();
  }

  @Test
  void refusesAListOfAnythingButSingleValues() {
    Settings settings =
        Settings.of(
            Map.of(
                "lists", List.of("a", List.of("b")),
                "maps", List.of(Map.of("a", 1)),
                "gaps", Collections.singletonList(null)));

    assertThatThrownBy(() -> settings.texts("lists"))
        .hasMessage("lists must be a list of single values, but was \"[a, [b]]\" (settings)");
    assertThatThrownBy(() -> settings.texts("maps"))
        .hasMessage("maps must be a list of single values, but was \"[{a=1}]\" (settings)");
    assertThatThrownBy(() -> settings.texts("gaps"))
        .hasMessage("gaps must be a list of single values, but was \"[null]\" (settings)");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 64", "6_4, 64", "1e1, 10", "7.0, 7", "+5, 5"})
  void readsAWholeNumberWithinItsRange(String text, int number) {
    Settings settings = Settings.of(Map.of("threads", text));

    assertThat(settings.wholeNumber("threads", 2, 1, 64)).isEqualTo(number);
    assertThat(settings.wholeNumber("threads", 2L, 1L, 64L)).isEqualTo(number);
  }

  @Test
  void readsAWholeNumberBeyondAnInt() {
    Settings settings = Settings.of(Map.of("size", 5_000_000_000L));

    assertThat(settings.wholeNumber("size", 1L, 0L, Long.MAX_VALUE)).isEqualTo(5_000_000_000L);
  }

  /// A default is the caller's own and may say "none" by a value that nobody may write.
  @Test
  void givesTheDefaultOfAnAbsentKeyUnchecked() {
    Settings settings = Settings.empty();

    assertThat(settings.wholeNumber("threads", 65, 1, 64)).isEqualTo(65);
    assertThat(settings.wholeNumber("threads", 65L, 1L, 64L)).isEqualTo(65);
    assertThat(settings.number("share", 2, 0, 1)).isEqualTo(2);
    assertThat(settings.decimal("size", BigDecimal.TEN)).isEqualTo(BigDecimal.TEN);
    assertThat(settings.flag("strict", true)).isTrue();
    assertThat(settings.flag("strict", false)).isFalse();
    assertThat(settings.choice("fashion", Fashion.class, Fashion.TWO_TONE))
        .isEqualTo(Fashion.TWO_TONE);
    assertThat(settings.zone("zone", ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
    assertThat(settings.<Integer>parsed("size", 3, Integer::valueOf)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "0, from 1 to 64",
    "65, from 1 to 64",
    "-1, from 1 to 64",
    "1.5, a whole number",
    "x, a whole number",
    "9223372036854775808, a whole number",
    "_, a whole number"
  })
  void refusesAnotherWholeNumber(String text, String rule) {
    Settings settings = Settings.of(Map.of("section", Map.of("threads", text)));

    assertThatThrownBy(() -> settings.section("section").wholeNumber("threads", 2, 1, 64))
        .isInstanceOf(SettingsException.class)
        .hasMessage("section.threads must be %s, but was \"%s\" (settings)".formatted(rule, text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "0.25, 0.25", "1e-3, 0.001", "0.000_1, 0.0001"})
  void readsANumberWithinItsRange(String text, double number) {
    assertThat(Settings.of(Map.of("share", text)).number("share", 9, 0, 1)).isEqualTo(number);
  }

  /// `Double.parseDouble` would take the last four.
  @ParameterizedTest
  @CsvSource({
    "-0.01, from 0 to 1", "1.01, from 0 to 1", "x, a number", "'', a number",
    "1d, a number", "1f, a number", "0x1p0, a number", "NaN, a number"
  })
  void refusesAnotherNumber(String text, String rule) {
    assertThatThrownBy(() -> Settings.of(Map.of("share", text)).number("share", 9, 0, 1))
        .isInstanceOf(SettingsException.class)
        .hasMessage("share must be %s, but was \"%s\" (settings)".formatted(rule, text));
  }

  @Test
  void readsADecimalExactly() {
    Settings settings = Settings.of(Map.of("size", "1_000.10", "bad", "ten"));

    assertThat(settings.decimal("size", BigDecimal.ONE)).isEqualTo(new BigDecimal("1000.10"));
    assertThatThrownBy(() -> settings.decimal("bad", BigDecimal.ONE))
        .hasMessage("bad must be a decimal number, but was \"ten\" (settings)");
  }

  @Test
  void readsAFlag() {
    Settings settings = Settings.of(Map.of("on", true, "off", "false"));

    assertThat(settings.flag("on", false)).isTrue();
    assertThat(settings.flag("off", true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "1", ""})
  void refusesAFlagThatIsNeitherTrueNorFalse(String text) {
    assertThatThrownBy(() -> Settings.of(Map.of("strict", text)).flag("strict", true))
        .isInstanceOf(SettingsException.class)
        .hasMessage("strict must be true or false, but was \"%s\" (settings)".formatted(text));
  }

  @ParameterizedTest
  @CsvSource({"plain, PLAIN", "two_tone, TWO_TONE", "two-tone, TWO_TONE", "Two-Tone, TWO_TONE"})
  void readsAChoice(String text, Fashion fashion) {
    Settings settings = Settings.of(Map.of("fashion", text));

    assertThat(settings.choice("fashion", Fashion.class, Fashion.PLAIN)).isEqualTo(fashion);
  }

  @Test
  void namesTheChoicesAndTheNearest() {
    Settings settings = Settings.of(Map.of("near", "twotones", "far", "checkered"));

    assertThatThrownBy(() -> settings.choice("near", Fashion.class, Fashion.PLAIN))
        .hasMessage(
            "near must be one of plain, two_tone; did you mean \"two_tone\"?,"
                + " but was \"twotones\" (settings)");
    assertThatThrownBy(() -> settings.choice("far", Fashion.class, Fashion.PLAIN))
        .hasMessage("far must be one of plain, two_tone, but was \"checkered\" (settings)");
  }

  @Test
  void readsATimeZone() {
    Settings settings = Settings.of(Map.of("zone", "America/New_York", "bad", "Mars"));

    assertThat(settings.zone("zone", ZoneOffset.UTC)).isEqualTo(ZoneId.of("America/New_York"));
    assertThatThrownBy(() -> settings.zone("bad", ZoneOffset.UTC))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "bad must be a time zone such as America/New_York, UTC or UTC-5,"
                + " but was \"Mars\" (settings)");
  }

  @Test
  void readsWithAParserOfTheCallers() {
    Settings settings = Settings.of(Map.of("size", "12"));

    assertThat(settings.<Integer>parsed("size", 3, Integer::valueOf)).isEqualTo(12);
    assertThat(settings.<Integer>parsed("size", Integer::valueOf)).isEqualTo(12);
  }

  @Test
  void passesTheComplaintOfAParserOnAsItsOwn() {
    Settings settings = Settings.of(Map.of("risk", Map.of("size", "x"))).section("risk");
    List<RuntimeException> complaints =
        List.of(
            new IllegalArgumentException("too odd"),
            new ArithmeticException("too odd"),
            new DateTimeException("too odd"));

    for (RuntimeException complaint : complaints) {
      assertThatThrownBy(() -> settings.parsed("size", 3, text -> failing(complaint)))
          .isInstanceOf(SettingsException.class)
          .hasMessage("risk.size: too odd (settings)");
      assertThatThrownBy(() -> settings.parsed("size", text -> failing(complaint)))
          .isInstanceOf(SettingsException.class)
          .hasMessage("risk.size: too odd (settings)");
    }
  }

  @Test
  void lendsItsMessageToRulesOfMoreThanOneValue() {
    Settings settings = Settings.of("book.yaml", Map.of(), name -> null);

    assertThat(settings.section("risk").broken("stop", "below target", "9"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("risk.stop must be below target, but was \"9\" (book.yaml)");
    assertThat(settings.origin()).isEqualTo("book.yaml");
  }

  private static int failing(RuntimeException complaint) {
    throw complaint;
  }
}
