package quorate.domain;

/// What one text says about one instrument, in numbers.
///
/// @param asOfNs UTC nanoseconds from which it may be used; never before the text was out
/// @param source where the text came from
/// @param symbol of the instrument it is about; empty when about the market as a whole
/// @param sentiment −1 (bad news for a holder) to 1 (good news)
/// @param confidence 0 (nothing found to judge by) to 1 (certain)
/// @param relevance 0 (mentions the symbol by the way) to 1 (about it and nothing else)
/// @param topic what it is about, one word of the scorer's; may be empty
/// @param influence weight of its author among authors, 0 or more; 1 where the source tells nothing
/// @param textId names the text at its source; where it ends in a [TextFingerprint] texts can be
///   compared
public record TextSignal(
    long asOfNs,
    TextSource source,
    String symbol,
    double sentiment,
    double confidence,
    double relevance,
    String topic,
    double influence,
    String textId) {

  public TextSignal {
    if (!(sentiment >= -1 && sentiment <= 1)) {
      throw wrong("sentiment", "from -1 to 1", sentiment, textId);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw wrong("confidence", "from 0 to 1", confidence, textId);
    }
    if (!(relevance >= 0 && relevance <= 1)) {
      throw wrong("relevance", "from 0 to 1", relevance, textId);
    }
    checkInfluence(influence, textId);
    checkTextId(textId, asOfNs);
  }

  /// How much it counts among others: confidence × relevance × influence.
  public double weight() {
    return confidence * relevance * influence;
  }

  static void checkInfluence(double influence, String textId) {
    if (!(influence >= 0 && influence < Double.POSITIVE_INFINITY)) {
      throw wrong("influence", "0 or more and finite", influence, textId);
    }
  }

  static void checkTextId(String textId, long asOfNs) {
    if (textId.isBlank()) {
      throw new IllegalArgumentException(
          "textId must name the text, but was \"%s\" (as of %d ns)".formatted(textId, asOfNs));
    }
  }

  private static IllegalArgumentException wrong(
      String name, String rule, double found, String textId) {
    return new IllegalArgumentException(
        "%s must be %s, but was %s (text \"%s\")".formatted(name, rule, found, textId));
  }
}
