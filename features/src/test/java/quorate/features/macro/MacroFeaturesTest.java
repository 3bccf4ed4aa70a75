package quorate.features.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.features.asof.DatedFeature;

class MacroFeaturesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
  private static final LocalDate MONTH = LocalDate.of(2023, 1, 1);

  @Test
  void takesTheTwoYearYieldFromTheTenYearOne() {
    MacroFeatures features = features("term_spread");
    features.release(release("DGS10", DAY, 10, 4.25));
    features.asOf(10);
    assertThat(features.ready()).isFalse();
    features.release(release("DGS2", DAY, 20, 4.75));
    features.asOf(20);

    assertThat(features.ready()).isTrue();
    assertThat(features.value(0)).isEqualTo(-0.5);
  }

  @Test
  void givesAFeatureByItsName() {
    MacroFeatures features = features("dgs10", "term_spread");
    DatedFeature rate = features.feature("dgs10");
    features.release(release("DGS10", DAY, 10, 4.25));
    assertThat(rate.ready()).isFalse();
    features.asOf(10);

    assertThat(rate.ready()).isTrue();
    assertThat(rate.value()).isEqualTo(4.25);
    assertThat(features.feature("term_spread").ready()).isFalse();
    assertThatThrownBy(() -> features.feature("dgs2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a macro feature must be one of [dgs10, term_spread], but was \"dgs2\"; did you mean \"dgs10\"?");
  }

  @Test
  void carriesAValueForwardFromItsRelease() {
    MacroFeatures features = features("dgs10");
    features.release(release("DGS10", DAY, 10, 4.25));
    features.asOf(10);
    features.asOf(1_000_000);
    assertThat(features.value(0)).isEqualTo(4.25);
    features.release(release("DGS10", DAY.plusDays(1), 1_000_001, 4.5));
    features.asOf(1_000_001);

    assertThat(features.value(0)).isEqualTo(4.5);
  }

  /// 105 / 100 − 1 = 5 %; the thirteenth month is compared with the first, not with the twelfth.
  @Test
  void comparesAMonthWithTheSameMonthOneYearBefore() {
    MacroFeatures features = features("inflation_yoy");
    for (int month = 0; month < 12; month++) {
      features.release(release("CPIAUCSL", MONTH.plusMonths(month), month, 100 + month));
      features.asOf(month);
      assertThat(features.ready()).isFalse();
    }
    features.release(release("CPIAUCSL", MONTH.plusMonths(12), 12, 105));
    features.asOf(12);

    assertThat(features.value(0)).isCloseTo(5, within(1e-12));
  }

  /// 2025-10 was never surveyed: the year-on-year change of 2026-10 cannot be worked out.
  @Test
  void keepsTheLastYearOnYearChangeWhereTheMonthOneYearBeforeIsMissing() {
    MacroFeatures features = features("inflation_yoy");
    features.release(release("CPIAUCSL", LocalDate.of(2025, 9, 1), 1, 100));
    features.release(release("CPIAUCSL", LocalDate.of(2026, 9, 1), 2, 103));
    features.release(release("CPIAUCSL", LocalDate.of(2026, 10, 1), 3, 200));
    features.asOf(3);

    assertThat(features.value(0)).isCloseTo(3, within(1e-12));
  }

  @Test
  void takesTheLastDayBeforeWhereADailySeriesHadNoValueOneYearBefore() {
    MacroFeatures features = features("oil_yoy");
    features.release(release("DCOILWTICO", LocalDate.of(2023, 6, 2), 1, 80)); // a Friday
    features.release(release("DCOILWTICO", LocalDate.of(2023, 6, 5), 2, 999));
    features.release(release("DCOILWTICO", LocalDate.of(2024, 6, 3), 3, 100));
    features.asOf(3);

    assertThat(features.value(0)).isCloseTo(25, within(1e-12));
  }

  /// Changes 10, 20, 30, mean 20, population deviation √(200/3); then 40: (40 − 20) / √(200/3).
  @Test
  void measuresASurpriseAgainstTheMeanAndDeviationOfThePeriodsBefore() {
    MacroFeatures features = features("surprise(change(payems), 3)");
    double[] levels = {0, 10, 30, 60, 100};
    for (int month = 0; month < levels.length; month++) {
      features.release(release("PAYEMS", MONTH.plusMonths(month), month, levels[month]));
      features.asOf(month);
      assertThat(features.ready()).isEqualTo(month == 4);
    }

    assertThat(features.value(0)).isCloseTo(20 / Math.sqrt(200 / 3.0), within(1e-12));
  }

  @Test
  void isNotSurprisedWhereNothingEverMoved() {
    MacroFeatures features = features("surprise(fedfunds, 3)");
    for (int month = 0; month < 3; month++) {
      features.release(release("FEDFUNDS", MONTH.plusMonths(month), month, 0.1));
    }
    features.release(release("FEDFUNDS", MONTH.plusMonths(3), 3, 0.5));
    features.asOf(3);

    assertThat(features.value(0)).isZero();
  }

  @Test
  void seesARevisionFromItsOwnReleaseOn() {
    MacroFeatures features = features("change(payems)");
    features.release(release("PAYEMS", MONTH, 1, 1_000));
    features.release(release("PAYEMS", MONTH.plusMonths(1), 2, 1_250));
    features.asOf(4);
    assertThat(features.value(0)).isEqualTo(250);

    features.release(release("PAYEMS", MONTH, 5, 1_100)); // the first month, revised

    features.asOf(5);
    assertThat(features.value(0)).isEqualTo(150);
  }

  @Test
  void letsALateValueOfAnOldPeriodNotTakeThePlaceOfTheNewest() {
    MacroFeatures features = features("unemployment");
    features.release(release("UNRATE", MONTH.plusMonths(1), 1, 3.7));
    features.release(release("UNRATE", MONTH, 2, 9.9));
    features.asOf(2);

    assertThat(features.value(0)).isEqualTo(3.7);
  }

  @Test
  void refusesToLookAtATimeBeforeTheLastRelease() {
    MacroFeatures features = features("term_spread");
    features.release(release("DGS10", DAY, 10, 4.25));

    assertThatThrownBy(() -> features.asOf(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a macro release must not be used before it is out, but one of 10 ns was taken in for a look at 9 ns; hand releases over when their time has come");
  }

  @ParameterizedTest
  @CsvSource({"9, 8", "10, 20", "20, 20"})
  void refusesAReleaseThatComesTooLate(long releasedNs, long lookedAtNs) {
    MacroFeatures features = features("term_spread");
    features.release(release("DGS10", DAY, Math.min(10, lookedAtNs), 4.25));
    features.asOf(Math.max(lookedAtNs, 10));

    assertThatThrownBy(() -> features.release(release("DGS2", DAY, releasedNs, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "a macro release must come before anybody looks at its time or later, but DGS2 of 2024-06-03, released at %d ns",
            releasedNs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "term_spraed | did you mean \"term_spread\"?",
        "credit_spread | a macro feature must be made of series that come in",
        "yoy(dgs99) | \"DGS99\" does not; did you mean \"dgs10\"?",
        "minus(dgs10) | minus must have 2 arguments, but was 1 of them",
        "yoy(cpiaucsl, 2) | yoy must have 1 argument, but was 2 of them",
        "change(payems, 0) | periods must be a whole number from 1 to 1000, but was 0",
        "surprise(term_spread) | a surprise must be of one series",
        "yoy(yoy(cpiaucsl)) | yoy must be of a series",
        "7 | a macro feature must be a name or a function, but was 7",
        "term_spread.upper | a macro feature must have no output named",
        "term_spread(3) | term_spread must have no arguments",
      })
  void refusesAFeatureThatIsNone(String feature, String message) {
    assertThatThrownBy(() -> features(feature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("(macro feature \"" + feature + "\")");
  }

  @Test
  void knowsEveryFeatureOfTheCatalogueWhereItsSeriesCome() {
    Set<String> every =
        Set.of(
            "CPIAUCSL",
            "CPILFESL",
            "DAAA",
            "DBAA",
            "DCOILWTICO",
            "DGORDER",
            "DGS10",
            "DGS2",
            "DGS30",
            "DTWEXBGS",
            "FEDFUNDS",
            "GDPC1",
            "HOUST",
            "ICSA",
            "INDPRO",
            "JTSJOL",
            "M2SL",
            "PAYEMS",
            "PCEPILFE",
            "RSXFS",
            "T10YIE",
            "T5YIE",
            "UNRATE",
            "USREC",
            "VIXCLS",
            "WALCL");

    MacroFeatures features = new MacroFeatures(MacroCatalogue.names(), every);

    assertThat(features.names()).hasSize(MacroCatalogue.entries().size()).doesNotHaveDuplicates();
    assertThat(features.series()).isEqualTo(new TreeSet<>(every));
  }

  private static MacroFeatures features(String... features) {
    return new MacroFeatures(
        List.of(features),
        Set.of("DGS10", "DGS2", "CPIAUCSL", "PAYEMS", "UNRATE", "FEDFUNDS", "DCOILWTICO"));
  }

  private static MacroRelease release(
      String series, LocalDate period, long releasedAtNs, double value) {
    return new MacroRelease(series, period, releasedAtNs, value, Vintage.AS_RELEASED);
  }
}
