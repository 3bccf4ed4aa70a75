package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSignalTest {
  @Test
  void weighsByConfidenceRelevanceAndInfluence() {
    assertThat(signal(0.5, 0.5, 0.25, 4, "a").weight()).isEqualTo(0.5 * 0.25 * 4);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 0", "1, 1, 1, 1000000"})
  void takesTheEndsOfItsRanges(
      double sentiment, double confidence, double relevance, double influence) {
    TextSignal signal = signal(sentiment, confidence, relevance, influence, "a");

    assertThat(signal.sentiment()).isEqualTo(sentiment);
    assertThat(signal.influence()).isEqualTo(influence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.01 | 0 | 0 | 0 | sentiment must be from -1 to 1, but was 1.01 (text \"a\")",
        "NaN | 0 | 0 | 0 | sentiment must be from -1 to 1, but was NaN (text \"a\")",
        "0 | -0.5 | 0 | 0 | confidence must be from 0 to 1, but was -0.5 (text \"a\")",
        "0 | 0 | 2 | 0 | relevance must be from 0 to 1, but was 2.0 (text \"a\")",
        "0 | 0 | 0 | -1 | influence must be 0 or more and finite, but was -1.0 (text \"a\")",
        "0 | 0 | 0 | Infinity | influence must be 0 or more and finite, but was Infinity (text \"a\")",
      })
  void refusesNumbersOutsideTheirRanges(
      double sentiment, double confidence, double relevance, double influence, String message) {
    assertThatThrownBy(() -> signal(sentiment, confidence, relevance, influence, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesATextWithoutAnId() {
    assertThatThrownBy(() -> signal(0, 0, 0, 0, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("textId must name the text, but was \"\" (as of 7 ns)");
  }

  @Test
  void refusesATextWithoutWords() {
    assertThatThrownBy(() -> new DatedText(7, TextSource.X, "AAPL", 1, "a", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a text must have words, but was \" \" (text \"a\")");
  }

  @Test
  void namesItsSourcesAsFilesDo() {
    for (TextSource source : TextSource.values()) {
      assertThat(TextSource.of(source.text())).isSameAs(source);
    }
    assertThatThrownBy(() -> TextSource.of("twitter"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "source must be one of news, stocktwits, x, filing, macro, but was \"twitter\"");
  }

  private static TextSignal signal(
      double sentiment, double confidence, double relevance, double influence, String textId) {
    return new TextSignal(
        7,
        TextSource.NEWS,
        "AAPL",
        sentiment,
        confidence,
        relevance,
        "earnings",
        influence,
        textId);
  }
}
