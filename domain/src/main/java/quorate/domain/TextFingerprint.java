package quorate.domain;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// 128 bits of a text by which texts can be compared without keeping them: SimHash, in which two
/// texts whose words enclose the angle θ differ in a share θ/π of the bits.
///
/// It travels at the end of a text's id, `<id>#<32 hexadecimal digits>`, so that a file of signals
/// carries what is needed to tell news from repetition.
///
/// Source: M. Charikar, *Similarity estimation techniques from rounding algorithms*, STOC 2002.
///
/// @param high first 64 bits
/// @param low last 64 bits
public record TextFingerprint(long high, long low) {
  public static final int BITS = 128;

  private static final char MARK = '#';
  private static final int DIGITS = BITS / 4;
  private static final Pattern FORM = Pattern.compile(".*" + MARK + "[0-9a-f]{" + DIGITS + "}");
  private static final HexFormat HEX = HexFormat.of();

  /// How alike two texts are, by the cosine of the angle that their differing bits estimate: 1 for
  /// the same text, about 0 (± 0.14) for strangers, never below 0.
  public double similarity(TextFingerprint other) {
    return similarity(high, low, other.high, other.low);
  }

  /// As [#similarity(TextFingerprint)], of fingerprints kept as numbers.
  public static double similarity(long high, long low, long otherHigh, long otherLow) {
    int differing = Long.bitCount(high ^ otherHigh) + Long.bitCount(low ^ otherLow);
    return differing >= BITS / 2 ? 0 : StrictMath.cos(Math.PI * differing / BITS);
  }

  /// The text's id with this fingerprint at its end.
  public String mark(String id) {
    return id + MARK + this;
  }

  /// The fingerprint at the end of a text's id, if it has one.
  public static Optional<TextFingerprint> of(String textId) {
    if (!FORM.matcher(textId).matches()) {
      return Optional.empty();
    }
    int from = textId.length() - DIGITS;
    return Optional.of(
        new TextFingerprint(
            HexFormat.fromHexDigitsToLong(textId, from, from + DIGITS / 2),
            HexFormat.fromHexDigitsToLong(textId, from + DIGITS / 2, from + DIGITS)));
  }

  /// 32 hexadecimal digits.
  @Override
  public String toString() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
