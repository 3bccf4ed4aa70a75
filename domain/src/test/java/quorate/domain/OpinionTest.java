package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionTest {
  private static final Rationale WHY = Rationale.of("because");

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, 1", "0, 0.5"})
  void isAStanceWithinItsBounds(double direction, double confidence) {
    assertThat(Opinion.of(direction, confidence, 1, WHY))
        .isEqualTo(new Opinion.Stance(direction, confidence, 1, WHY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.0000001, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesADirectionBeyondAllIn(double direction) {
    assertThatThrownBy(() -> Opinion.of(direction, 0.5, 1, WHY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("direction must be from -1 to 1, but was " + direction);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0000001, 1.0000001, Double.NaN})
  void refusesAConfidenceBeyondCertainty(double confidence) {
    assertThatThrownBy(() -> Opinion.of(0, confidence, 1, WHY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence must be from 0 to 1, but was " + confidence);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refusesAHorizonThatIsOver(long horizonNs) {
    assertThatThrownBy(() -> Opinion.of(0, 0.5, horizonNs, WHY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizon must be positive, but was " + horizonNs + " ns");
  }

  @Test
  void mayAbstainAndSayWhy() {
    Opinion opinion = Opinion.abstain("only %.0f bars", 3);

    assertThat(opinion).isEqualTo(new Opinion.Abstention(Rationale.of("only 3 bars")));
    assertThat(opinion.rationale().text()).isEqualTo("only 3 bars");
  }

  @Test
  void hasTheWeightOfItsMember() {
    MemberOpinion said = new MemberOpinion("trend", Double.MIN_VALUE, Opinion.abstain("late"));

    assertThat(said.weight()).isEqualTo(Double.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatCannotBeCounted(double weight) {
    assertThatThrownBy(() -> new MemberOpinion("trend", weight, Opinion.abstain("late")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weight must be positive and finite, but was " + weight + " (member \"trend\")");
  }

  @Test
  void tellsFromItsWordsWhatAnAbstentionComesFrom() {
    Opinion.Abstention failed = Opinion.Abstention.failed("boom at 100 %");

    assertThat(failed.cause()).isEqualTo(Opinion.Abstention.Cause.FAILED);
    assertThat(failed.rationale().text()).isEqualTo("failed: boom at 100 %");
    assertThat(failed.reason()).isEqualTo("boom at 100 %");
    assertThat(Opinion.Abstention.warmingUp().cause())
        .isEqualTo(Opinion.Abstention.Cause.WARMING_UP);
    assertThat(new Opinion.Abstention(Rationale.of("inside the channel")).cause())
        .isEqualTo(Opinion.Abstention.Cause.NO_VIEW);
  }
}
