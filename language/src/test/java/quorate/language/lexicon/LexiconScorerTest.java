package quorate.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.DatedText;
import quorate.domain.TextFingerprint;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;

class LexiconScorerTest {
  private static final LexiconScorer SCORER = new LexiconScorer(Lexicon.builtIn());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Operating profit rose to EUR 13.1 mn from EUR 8.7 mn",
        "The operating loss narrowed to EUR 2.8 mn",
        "Costs fell",
        "Profit was EUR 5.5 mn, compared with EUR 4.9 mn a year earlier",
        "Net profit was EUR 3 mn, compared to a loss of EUR 1 mn",
        "Shares soar after upgrade",
        "$AAPL breaking out, bullish",
        "The company is not bankrupt",
      })
  void findsGoodNews(String text) {
    assertThat(SCORER.judge(text).sentiment()).isGreaterThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Operating profit fell to EUR 8.7 mn from EUR 13.1 mn",
        "The operating loss widened",
        "Fuel costs rose sharply",
        "Profit was EUR 4.9 mn, compared with EUR 5.5 mn a year earlier",
        "The group issued a profit warning",
        "The bank was fined for money laundering",
        "$ tsla downgraded , going lower",
        "The results were not strong",
      })
  void findsBadNews(String text) {
    assertThat(SCORER.judge(text).sentiment()).isLessThan(-0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The annual general meeting will be held in Helsinki on 3 March",
        "The share capital totals EUR 64,299,180",
        "The company's short term plan is on record",
      })
  void findsNothingWhereNothingIsSaid(String text) {
    Judgement judgement = SCORER.judge(text);

    assertThat(judgement.sentiment()).isZero();
    assertThat(judgement.confidence()).isZero();
  }

  /// One contribution of 1: 1 / √(1 + 1²) and |1| / (1 + 1); intensified by 1.5.
  @Test
  void squeezesTheSumOfItsEvidenceIntoItsRange() {
    assertThat(SCORER.judge("Sales rose").sentiment()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(SCORER.judge("Sales rose").confidence()).isEqualTo(0.5);
    assertThat(SCORER.judge("Sales rose sharply").sentiment())
        .isCloseTo(1.5 / Math.sqrt(1 + 1.5 * 1.5), within(1e-12));
    assertThat(SCORER.judge("Sales did not rise").sentiment())
        .isCloseTo(-0.8 / Math.sqrt(1 + 0.8 * 0.8), within(1e-12));
  }

  @Test
  void isLessConfidentWhereTheEvidenceDisagrees() {
    assertThat(SCORER.judge("Sales rose. Profit fell.").confidence()).isZero();
    assertThat(SCORER.judge("Sales rose. Profit rose.").confidence())
        .isGreaterThan(SCORER.judge("Sales rose.").confidence());
  }

  @ParameterizedTest
  @CsvSource({
    "earnings, Quarterly profit and revenue",
    "rating, Analyst raises price target",
    "legal, Court hears antitrust lawsuit",
    "economy, Fed holds rates as inflation slows",
    "'', Nothing in particular"
  })
  void saysWhatATextIsAbout(String topic, String text) {
    assertThat(SCORER.judge(text).topic()).isEqualTo(topic);
  }

  @Test
  void keepsTheTimeSymbolAndInfluenceOfTheText() {
    DatedText text = new DatedText(17, TextSource.X, "AAPL", 2.5, "x:1", "$AAPL profit rose");

    TextSignal signal = SCORER.score(text);

    assertThat(signal.asOfNs()).isEqualTo(17);
    assertThat(signal.symbol()).isEqualTo("AAPL");
    assertThat(signal.influence()).isEqualTo(2.5);
    assertThat(signal.source()).isEqualTo(TextSource.X);
    assertThat(signal.sentiment()).isPositive();
    assertThat(signal.textId()).startsWith("x:1#");
  }

  @Test
  void sharesItsRelevanceAmongTheSymbolsOfAText() {
    assertThat(score("$AAPL up").relevance()).isEqualTo(1);
    assertThat(score("no symbol").relevance()).isEqualTo(1);
    assertThat(score("$AAPL $GOOG $ msft $AAPL up").relevance()).isEqualTo(1 / 3.0);
  }

  @Test
  void givesRepeatedTextsOneFingerprintAndStrangersAnother() {
    String text = "iphone users are more intelligent than samsung users , $ aapl";

    assertThat(print("rt AT_USER " + text + " URL")).isEqualTo(print(text));
    assertThat(print(text + " , really").similarity(print(text))).isGreaterThan(0.8);
    assertThat(print("Operating profit fell in the second quarter").similarity(print(text)))
        .isLessThan(0.5);
  }

  private static TextFingerprint print(String text) {
    return TextFingerprint.of(score(text).textId()).orElseThrow();
  }

  private static TextSignal score(String text) {
    return SCORER.score(new DatedText(0, TextSource.X, "AAPL", 1, "x:1", text));
  }
}
