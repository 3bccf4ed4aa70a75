package quorate.domain;

import java.util.Locale;

/// Why an agent thinks what it thinks, in words a person can read; put together only when read.
///
/// Building the sentence costs more than forming the opinion, and most opinions are never read, so
/// the template and its numbers are kept and [#text] formats them on demand.
public final class Rationale {
  private final String template;
  private final double[] numbers;

  private Rationale(String template, double[] numbers) {
    this.template = template;
    this.numbers = numbers;
  }

  /// @param template as of [String#format], with one numeric place for each number
  public static Rationale of(String template, double... numbers) {
    return new Rationale(template, numbers.clone());
  }

  /// Whether the sentence begins with some words, which contain no `%`; formats nothing.
  boolean begins(String words) {
    return template.startsWith(words);
  }

  /// The sentence, always in the same (root) locale.
  public String text() {
    Object[] arguments = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      arguments[i] = numbers[i];
    }
    return String.format(Locale.ROOT, template, arguments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rationale that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
