package quorate.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Profit fell. | profit fell .",
        "It doesn't pay | it does n't pay",
        "It doesn’t pay | it does n't pay",
        "record-high sales | record high sales",
        "Tesco's loss | tesco loss",
        "the world 's leading | the world leading",
        "EUR131m from EUR1,131.5m | eur 131 m from eur 1131.5 m",
        "$AAPL up, $BRK.B down | $aapl up , $brk.b down",
        "$ aapl $ goog soar | $aapl $goog soar",
        "paid $5 bn | paid 5 bn",
        "RT @someone up http://t.co/x1 | up",
        "rt AT_USER up URL | up",
        "S&P 500; up (again) | s&p 500 , up , again ,",
        "Börse | börse",
      })
  void areWordsNumbersSymbolsAndMarks(String text, String tokens) {
    assertThat(String.join(" ", Tokens.of(text))).isEqualTo(tokens);
  }
}
