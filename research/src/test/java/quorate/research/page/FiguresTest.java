package quorate.research.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void writesPercentWithThePlacesThatMatter() {
    assertThat(Figures.percent(0.1234)).isEqualTo("12.3\u202F%");
    assertThat(Figures.percent(-0.0056)).isEqualTo("−0.56\u202F%");
    assertThat(Figures.percent(0.00012)).isEqualTo("0.012\u202F%");
    assertThat(Figures.percent(0)).isEqualTo("0.0\u202F%");
    assertThat(Figures.percent(123.4)).isEqualTo("12,340\u202F%");
  }

  @Test
  void writesSignsThatAreTrueAndNeverANegativeZero() {
    assertThat(Figures.signedPercent(0.02)).isEqualTo("+2.0\u202F%");
    assertThat(Figures.signedMoney(-12.345)).isEqualTo("−12.35");
    assertThat(Figures.signedMoney(0.001)).isEqualTo("0.00");
    assertThat(Figures.number(-0.001, 2)).isEqualTo("0.00");
  }

  @Test
  void dropsCentsOfLargeMoneyAndIdleZeros() {
    assertThat(Figures.money(99_999.5)).isEqualTo("99,999.50");
    assertThat(Figures.money(1_234_567.89)).isEqualTo("1,234,568");
    assertThat(Figures.trimmed(1.25000, 5)).isEqualTo("1.25");
    assertThat(Figures.trimmed(1200, 2)).isEqualTo("1,200");
    assertThat(Figures.trimmed(1200, 0)).isEqualTo("1,200");
  }

  @Test
  void writesTimeInTheUnitThatFits() {
    assertThat(Figures.span(42)).isEqualTo("42\u202Fs");
    assertThat(Figures.span(720)).isEqualTo("12\u202Fmin");
    assertThat(Figures.span(9_000)).isEqualTo("2.5\u202Fh");
    assertThat(Figures.span(362_880)).isEqualTo("4.2\u202Fdays");
    assertThat(Figures.years(0.05)).isEqualTo("under a month");
    assertThat(Figures.years(1.0 / 12)).isEqualTo("1\u202Fmonth");
    assertThat(Figures.years(3.44)).isEqualTo("3.4\u202Fyears");
  }

  @Test
  void showsADashForWhatIsAbsent() {
    assertThat(Figures.orAbsent(OptionalDouble.empty(), Figures::ratio)).isEqualTo("–");
    assertThat(Figures.orAbsent(OptionalDouble.of(1.234), Figures::ratio)).isEqualTo("1.23");
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(Figures.number(-1234.5, 1)).isEqualTo("−1,234.5");
      assertThat(Figures.minute(0, ZoneOffset.UTC)).isEqualTo("1970-01-01 00:00");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void namesZonesAsPeopleDo() {
    assertThat(Figures.zone(ZoneOffset.UTC)).isEqualTo("UTC");
    assertThat(Figures.zone(ZoneId.of("Etc/UTC"))).isEqualTo("UTC");
    assertThat(Figures.zone(ZoneId.of("America/New_York"))).isEqualTo("America/New_York");
  }

  @Test
  void writesProfitsInRisksWithTheirSign() {
    assertThat(Figures.multipleOfRisk(1.5714)).isEqualTo("+1.57\u202fR");
    assertThat(Figures.multipleOfRisk(-1)).isEqualTo("\u22121.00\u202fR");
    assertThat(Figures.multipleOfRisk(0)).isEqualTo("0.00\u202fR");
  }
}
