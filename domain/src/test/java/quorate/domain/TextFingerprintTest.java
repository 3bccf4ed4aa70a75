package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.property.ForAll;

class TextFingerprintTest {
  @Test
  void travelsAtTheEndOfATextsId() {
    ForAll.cases(
        200,
        11,
        chance -> new TextFingerprint(chance.nextLong(), chance.nextLong()),
        print -> assertThat(TextFingerprint.of(print.mark("tweet-7#b"))).hasValue(print));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        "17#",
        "17#0123456789abcdef0123456789abcde",
        "17#0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef"
      })
  void isAbsentWhereAnIdHasNone(String textId) {
    assertThat(TextFingerprint.of(textId)).isEmpty();
  }

  @Test
  void isOneForTheSameTextAndNothingForStrangers() {
    TextFingerprint print = new TextFingerprint(0x0123456789abcdefL, -1);

    assertThat(print.similarity(print)).isEqualTo(1);
    assertThat(print.similarity(new TextFingerprint(~print.high(), print.low()))).isZero();
    assertThat(print.similarity(new TextFingerprint(~print.high(), ~print.low()))).isZero();
  }

  @Test
  void isTheCosineOfTheAngleThatDifferingBitsEstimate() {
    TextFingerprint print = new TextFingerprint(0, 0);
    TextFingerprint quarterOfTheBits = new TextFingerprint(0xffffffffL, 0); // 32 of 128: θ = π/4

    assertThat(print.similarity(quarterOfTheBits)).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }
}
