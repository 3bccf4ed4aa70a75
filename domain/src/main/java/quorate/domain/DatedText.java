package quorate.domain;

/// One text as it came in, with the time from which it may be used, before anyone has judged it.
///
/// @param asOfNs UTC nanoseconds; never before the text was out: a time that was written to the
///   minute counts from the end of that minute, a date alone from the end of its day
/// @param source where it came from
/// @param symbol of the instrument it is about; empty when the source names none
/// @param influence weight of its author among authors, 0 or more; 1 where the source tells nothing
/// @param textId names the text at its source
/// @param text not blank
public record DatedText(
    long asOfNs, TextSource source, String symbol, double influence, String textId, String text) {

  public DatedText {
    TextSignal.checkInfluence(influence, textId);
    TextSignal.checkTextId(textId, asOfNs);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "a text must have words, but was \"%s\" (text \"%s\")".formatted(text, textId));
    }
  }
}
