package quorate.market.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern of digits and separators, such as `yyyyMMdd HHmmssSSS` or `M/d/yyyy H:mm`, taken apart
/// once so that reading a row does not allocate.
final class DigitForm implements StampForm {
  /// One run of a pattern: a letter with its length, or (length 0) a character to pass over.
  private record Part(char letter, int width) {}

  private final Part[] parts;

  private DigitForm(List<Part> parts) {
    this.parts = parts.toArray(new Part[0]);
  }

  /// The form of a pattern, or null when it needs more than digits, or has no date.
  static @Nullable DigitForm of(String pattern) {
    List<Part> parts = new ArrayList<>();
    boolean quoted = false;
    int at = 0;
    while (at < pattern.length()) {
      char letter = pattern.charAt(at);
      if (letter == '\'') {
        quoted = !quoted;
        at++;
        continue;
      }
      if (quoted || !Character.isLetter(letter)) {
        if (letter > 127 || "[]{}#".indexOf(letter) >= 0) {
          return null;
        }
        parts.add(new Part(letter, 0));
        at++;
        continue;
      }
      int end = at;
      while (end < pattern.length() && pattern.charAt(end) == letter) {
        end++;
      }
      int width = end - at;
      char plain = letter == 'u' ? 'y' : letter;
      boolean known =
          switch (plain) {
            case 'y' -> width == 4;
            case 'M', 'd', 'H', 'm', 's' -> width <= 2;
            case 'S' -> width <= 9;
            default -> false;
          };
      if (!known) {
        return null;
      }
      parts.add(new Part(plain, width));
      at = end;
    }
    boolean dated =
        List.of('y', 'M', 'd').stream()
            .allMatch(letter -> parts.stream().anyMatch(p -> p.width > 0 && p.letter == letter));
    return dated ? new DigitForm(parts) : null;
  }

  @Override
  public void read(byte[] bytes, int from, int to, Stamp into) {
    Digits digits = new Digits(bytes, from, to);
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    long fraction = 0;
    for (Part part : parts) {
      if (part.width == 0) {
        digits.skip(part.letter);
        continue;
      }
      switch (part.letter) {
        case 'y' -> year = digits.exactly(4);
        case 'S' -> fraction = digits.fraction(part.width);
        case 'M' -> month = number(digits, part);
        case 'd' -> day = number(digits, part);
        case 'H' -> hour = number(digits, part);
        case 'm' -> minute = number(digits, part);
        default -> second = number(digits, part);
      }
    }
    if (!digits.atEnd()) {
      throw Digits.shape();
    }
    into.setLocal(
        Digits.epochDay(year, month, day), Digits.nanoOfDay(hour, minute, second) + fraction);
  }

  private static int number(Digits digits, Part part) {
    return part.width == 1 ? digits.oneOrTwo() : digits.exactly(2);
  }
}
