package quorate.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static quorate.features.indicator.pattern.Colours.colours;

import org.junit.jupiter.api.Test;

class ColoursTest {

  /// Five candles, 1 for white, the newest the lowest bit.
  @Test
  void admitTheNewestCandlesAsWrittenWhateverWasBefore() {
    Colours twoCrows = colours("WBB");

    for (int before = 0; before < 4; before++) {
      assertThat(admits(twoCrows, before << 3 | 0b100)).isTrue();
      assertThat(admits(twoCrows, before << 3 | 0b000)).isFalse();
      assertThat(admits(twoCrows, before << 3 | 0b101)).isFalse();
      assertThat(admits(twoCrows, before << 3 | 0b110)).isFalse();
    }
  }

  @Test
  void admitAnyOfTheirFormsAndAnyColourInPlaceOfAQuestionMark() {
    Colours star = colours("B?W", "W?B");

    assertThat(admits(star, 0b001)).isTrue();
    assertThat(admits(star, 0b011)).isTrue();
    assertThat(admits(star, 0b100)).isTrue();
    assertThat(admits(star, 0b110)).isTrue();
    assertThat(admits(star, 0b101)).isFalse();
    assertThat(admits(star, 0b000)).isFalse();
  }

  @Test
  void admitEverythingWhenNoneAreNamed() {
    assertThat(colours("W", "B")).isEqualTo(Colours.ANY);
    assertThat(colours("W")).isNotEqualTo(Colours.ANY);
  }

  private static boolean admits(Colours colours, int colouring) {
    return (colours.admitted() >>> colouring & 1) != 0;
  }
}
