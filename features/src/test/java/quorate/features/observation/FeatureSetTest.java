package quorate.features.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.Timeframe;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;
import quorate.features.indicator.statistics.Correlation;
import quorate.features.series.SyntheticBars;
import quorate.features.state.StateCodec;

class FeatureSetTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);

  @Test
  void computesItsColumnsBarByBar() {
    FeatureSet features =
        new FeatureSet(FIVE_MINUTES, "close", "sma(2)", "gap(sma(1), sma(2))", "lag(close, 1)");

    SyntheticBars.ofCloses(1, 2, 4).forEach(features::update);

    assertThat(features.ready()).isTrue();
    assertThat(features.value(0)).isEqualTo(4);
    assertThat(features.value(1)).isEqualTo(3); // (2 + 4) / 2
    assertThat(features.value(2)).isEqualTo(1.0 / 3); // (4 − 3) / 3
    assertThat(features.value(3)).isEqualTo(2);
  }

  @Test
  void isReadyWhenItsSlowestColumnIs() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, "sma(3)", "sma(rsi(5), 4)");
    List<BarView> bars = SyntheticBars.of(1, 9);

    assertThat(features.warmUp(0)).isEqualTo(3);
    assertThat(features.warmUp()).isEqualTo(9); // RSI 5 after 6 bars, then three more of it
    for (int i = 0; i < 9; i++) {
      features.update(bars.get(i));
      assertThat(features.ready(0)).isEqualTo(i + 1 >= 3);
      assertThat(features.ready()).isEqualTo(i + 1 >= 9);
    }
  }

  @Test
  void computesEqualPartsOnce() {
    FeatureSet features =
        new FeatureSet(
            FIVE_MINUTES, "adx(14)", "adx.plus_di", "adx( 14.0 ).minus_di", "sma(close, 10)");

    assertThat(features.node(features.column("adx"))).isSameAs(features.node(0));
    assertThat(features.node(features.column("sma"))).isSameAs(features.node(3));
    assertThat(features.columns())
        .containsExactly(
            "adx(14)", "adx.plus_di", "adx( 14.0 ).minus_di", "sma(close, 10)", "adx", "sma");
  }

  @Test
  void findsTrueTiesOfTwoAverages() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, "gap(sma(10), sma(30))");
    double[] closes = new double[500];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = i < 300 ? 4000 + 0.1 * (i % 37) : 1.1234567;
    }

    SyntheticBars.ofCloses(closes).forEach(features::update);

    assertThat(features.value(0)).isZero();
  }

  @Test
  void goesOnBitForBitFromItsSavedState() {
    String[] columns = {
      "gap(sma(10), sma(30))",
      "rsi",
      "adx.plus_di",
      "bollinger.percent_b",
      "lag(close, 3)",
      "realised_volatility(50)",
      "log1p(volume)",
      "correlation(close, volume, 10)",
      "distance(close, ema(20), bollinger.upper)"
    };
    List<BarView> bars = SyntheticBars.of(5, 300);
    FeatureSet whole = new FeatureSet(FIVE_MINUTES, columns);
    bars.subList(0, 77).forEach(whole::update);

    FeatureSet resumed = new FeatureSet(FIVE_MINUTES, columns);
    StateCodec.load(StateCodec.save(whole), resumed);

    for (BarView bar : bars.subList(77, 300)) {
      whole.update(bar);
      resumed.update(bar);
      for (int c = 0; c < columns.length; c++) {
        assertThat(resumed.value(c)).isEqualTo(whole.value(c));
        assertThat(resumed.ready(c)).isEqualTo(whole.ready(c));
      }
    }
  }

  @Test
  void refusesTheStateOfOtherColumns() {
    byte[] state = StateCodec.save(new FeatureSet(FIVE_MINUTES, "sma(10)"));

    assertThatThrownBy(() -> StateCodec.load(state, new FeatureSet(FIVE_MINUTES, "sma(11)")))
        .hasMessage("state must be of \"5m bars: [sma(11)]\", but was of \"5m bars: [sma(10)]\"");
  }

  @Test
  void refusesAWindowOfNothing() {
    assertThatThrownBy(() -> new FeatureSet(FIVE_MINUTES, "sma(0)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window must be at least 1 bar, but was 0 (feature \"sma(0)\")");
  }

  @Test
  void refusesABarWithANumberThatIsNone() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, "z_score(4)");
    MutableBar bar = new MutableBar().times(0, 5).prices(1, 2, Double.NaN, 1).volume(3);

    assertThatThrownBy(() -> features.update(bar))
        .hasMessage(
            "a bar must hold finite numbers, but one that ends at 5 had open 1.0, high 2.0, low NaN,"
                + " close 1.0, volume 3.0 (5m bars); repair or leave it out");
    assertThat(features.bars()).isZero();
  }

  @Test
  void refusesBarsOutOfOrderAndLateColumns() {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, "close");
    List<BarView> bars = SyntheticBars.ofCloses(1, 2);
    features.update(bars.get(1));

    assertThatThrownBy(() -> features.update(bars.get(0)))
        .hasMessage(
            "bars must come once each and in the order of their ends, but one that ends at"
                + " 300000000000 came after 600000000000 (5m bars); sort them, and leave out what is"
                + " there twice");
    assertThatThrownBy(() -> features.update(bars.get(1)))
        .hasMessageContaining("one that ends at 600000000000 came after 600000000000");
    assertThatThrownBy(() -> features.column("sma(3)"))
        .hasMessage(
            "columns must be added before the first bar, but \"sma(3)\" came after 1 (5m bars)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "rsi(0)|window must be at least 1 bar, but was 0 (feature \"rsi(0)\")",
        "adx(1)|window must be at least 2 bars, but was 1 (feature \"adx(1)\")",
        "sma(2.5)|window must be a whole number, but was 2.5 (feature \"sma(2.5)\")",
        "sma(200000)|window must be at most 100000 bars, but was 200000 (feature \"sma(200000)\")",
        "rsi(1, 2)|rsi must have at most 1 argument (window), but had 2 (feature \"rsi(1, 2)\")",
        "correlation(close, 30)|correlation must follow two series or none, but there was only one"
            + " beside \"30\" (feature \"correlation(close, 30)\")",
        "correlation(close)|correlation must follow two series or none, but there was only one"
            + " beside \"close\" (feature \"correlation(close)\")",
        "correlation(30, close)|argument 2 of correlation must be a number, but was \"close\""
            + " (feature \"correlation(30, close)\")",
        "beta(close, volume, 1)|window must be at least 2 bars, but was 1 (feature \"beta(close,"
            + " volume, 1)\")",
        "adx(close, 14)|window of adx must be a number, but was \"close\""
            + " (feature \"adx(close, 14)\")",
        "gap(close)|gap must have 2 arguments (a, b), but had 1 (feature \"gap(close)\")",
        "lag(close, 0)|bars must be at least 1 bar, but was 0 (feature \"lag(close, 0)\")",
        "close(1)|close must have 0 arguments, but had 1 (feature \"close(1)\")",
        "close.upper|close must have no output named, but had \"upper\" (feature"
            + " \"close.upper\")",
        "adx.plus_id|output of adx must be one of adx, plus_di, minus_di, but was \"plus_id\"; did"
            + " you mean \"plus_di\"? (feature \"adx.plus_id\")",
        "sma(10|\",\" or \")\" was expected at character 7, but there was the end (feature"
            + " \"sma(10\")",
        "sma(,)|a name or a number was expected at character 5, but there was \",\" (feature"
            + " \"sma(,)\")",
        "sma(10) x|the end was expected at character 9, but there was \"x\" (feature \"sma(10)"
            + " x\")",
        "sma(1..2)|a number was expected at character 5, but there was \"1\" (feature"
            + " \"sma(1..2)\")",
        "adx.|the name of an output was expected at character 5, but there was the end (feature"
            + " \"adx.\")",
      })
  void saysWhatIsWrongWithAnExpression(String feature, String message) {
    assertThatThrownBy(() -> new FeatureSet(FIVE_MINUTES, feature)).hasMessage(message);
  }

  @Test
  void followsTwoSeriesFromTheFirstBarAtWhichBothAreReady() {
    FeatureSet features =
        new FeatureSet(
            FIVE_MINUTES,
            "correlation(sma(3), lag(close, 1), 4)",
            "sma(3)",
            "lag(close, 1)",
            "correlation(4)",
            "correlation(high, low, 4)");
    Correlation byHand = new Correlation(4);
    Correlation ofRanges = new Correlation(4);

    assertThat(features.warmUp(0)).isEqualTo(3 - 1 + 4);
    for (BarView bar : SyntheticBars.of(3, 60)) {
      features.update(bar);
      ofRanges.update(bar.high(), bar.low());
      if (features.ready(1) && features.ready(2)) {
        byHand.update(features.value(1), features.value(2));
      }

      assertThat(features.ready(0)).isEqualTo(features.bars() >= 6);
      assertThat(features.value(0)).isEqualTo(byHand.value());
      assertThat(features.value(3)).isEqualTo(ofRanges.value());
    }
    assertThat(features.node(4)).isSameAs(features.node(3));
  }

  @Test
  void calculatesWithFeatures() {
    FeatureSet features =
        new FeatureSet(
            FIVE_MINUTES,
            "add(close, 2)",
            "subtract(close, 2)",
            "multiply(close, 2)",
            "divide(close, 2)",
            "divide(close, subtract(close, close))",
            "exp(ln(sqrt(close)))",
            "floor(divide(close, 2))",
            "tanh(0)");

    SyntheticBars.ofCloses(9).forEach(features::update);

    double[] expected = {11, 7, 18, 4.5, 0, 3, 4, 0};
    for (int column = 0; column < expected.length; column++) {
      assertThat(features.value(column)).isCloseTo(expected[column], within(1e-15));
    }
  }

  @Test
  void namesTheNearestKnownFeature() {
    assertThatThrownBy(() -> new FeatureSet(FIVE_MINUTES, "gap(smaa(10), close)"))
        .hasMessageStartingWith(
            "unknown feature \"smaa\"; did you mean \"sma\"? (feature \"gap(smaa(10), close)\");"
                + " known are open, high, low, close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log1p(close)|-37.63|argument of log1p must be above -1, but was -37.63",
        "ln(close)|0|argument of ln must be above 0, but was 0.0",
        "log10(close)|-1|argument of log10 must be above 0, but was -1.0",
        "sqrt(close)|-1|argument of sqrt must be at least 0, but was -1.0",
        "asin(close)|1.5|argument of asin must be from -1 to 1, but was 1.5",
        "acos(close)|-1.5|argument of acos must be from -1 to 1, but was -1.5",
        "exp(close)|710|argument of exp must be below 709.78, but was 710.0",
        "sinh(close)|-711|argument of sinh must be between -710 and 710, but was -711.0",
        "cosh(close)|711|argument of cosh must be between -710 and 710, but was 711.0",
      })
  void refusesAFunctionWhereItIsNotDefined(String feature, double close, String message) {
    FeatureSet features = new FeatureSet(FIVE_MINUTES, feature);

    assertThatThrownBy(() -> SyntheticBars.ofCloses(close).forEach(features::update))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("%s (feature \"%s\")".formatted(message, feature));
  }
}
