package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.PairIndicator;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.momentum.Macd;

class IndicatorCatalogueTest {

  @Test
  void makesWhatAnExpressionSays() {
    Indicator macd = IndicatorCatalogue.create("macd(3, 7)");

    assertThat(macd).isInstanceOf(Macd.class);
    assertThat(macd.warmUp()).isEqualTo(7 + 9 - 1); // the signal has its default of 9
  }

  @Test
  void saysOfEveryEntryWhatItsIndicatorIs() {
    for (IndicatorEntry entry : IndicatorCatalogue.all()) {
      Indicator indicator = entry.create();

      assertThat(indicator.outputs()).as(entry.name()).isEqualTo(entry.outputs().size());
      assertThat(indicator instanceof ValueIndicator)
          .as(entry.name())
          .isEqualTo(entry.followsSeries());
      assertThat(indicator instanceof PairIndicator)
          .as(entry.name())
          .isEqualTo(entry.followsPair());
      assertThat(IndicatorCatalogue.create(entry.example())).hasSameClassAs(indicator);
      assertThat(BarField.names()).doesNotContain(entry.name());
      assertThat(FeatureFunction.names()).doesNotContain(entry.name());
    }
  }

  @Test
  void refusesAnOutputThatThereIsNot() {
    assertThatThrownBy(() -> IndicatorCatalogue.create("adx").value(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("output must be from 0 to 2, but was 3 (Adx)");
    assertThatThrownBy(() -> IndicatorCatalogue.create("sma").value(1))
        .hasMessage("output must be from 0 to 0, but was 1 (Sma)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "14|an indicator must be a name such as rsi(14), but was \"14\"",
        "adx.plus_di|an indicator has all its outputs, but one was named, \"plus_di\" (feature"
            + " \"adx.plus_di\")",
        "sma(volume, 3)|window of sma must be a number, but was \"volume\" (feature \"sma(volume,"
            + " 3)\")",
        "macd(26, 12)|slow must be longer than fast, 26 bars, but was 12 (feature \"macd\")",
        "bollinger(20, 0)|deviations must be at least 0.001, but was 0 (feature \"bollinger\")",
      })
  void saysWhatIsWrong(String expression, String message) {
    assertThatThrownBy(() -> IndicatorCatalogue.create(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void namesTheNearestKnownIndicator() {
    assertThatThrownBy(() -> IndicatorCatalogue.create("bolinger(20)"))
        .hasMessageStartingWith(
            "unknown feature \"bolinger\"; did you mean \"bollinger\"? (feature"
                + " \"bolinger(20)\"); known are sma, ema");
  }
}
