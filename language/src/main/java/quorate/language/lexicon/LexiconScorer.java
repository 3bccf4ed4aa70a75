package quorate.language.lexicon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.domain.DatedText;
import quorate.domain.TextSignal;
import quorate.language.TextScorer;

/// Scores texts with a [Lexicon]: the baseline that needs no model and no training.
///
/// With S the sum of what the terms contribute and A the sum of their sizes, sentiment is S / √(1 +
/// S²) and confidence |S|/A · A/(1 + A): how far the evidence agrees times how much there is of it.
/// Relevance is one over the number of symbols that the text names. Safe to share; a text costs a
/// few microseconds a word.
public final class LexiconScorer implements TextScorer {
  private final Lexicon lexicon;

  public LexiconScorer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// What a text says, whoever it is about.
  public Judgement judge(String text) {
    return judge(Tokens.of(text));
  }

  private Judgement judge(List<String> tokens) {
    Reading reading = new Reading(lexicon, tokens);
    double sum = reading.sum();
    double total = reading.total();
    double sentiment = sum / Math.sqrt(1 + sum * sum);
    double confidence = total == 0 ? 0 : Math.abs(sum) / (1 + total);
    return new Judgement(sentiment, confidence, Reading.topic(lexicon, tokens));
  }

  @Override
  public TextSignal score(DatedText text) {
    List<String> tokens = Tokens.of(text.text());
    Judgement judgement = judge(tokens);
    Set<String> symbols = new HashSet<>();
    for (String token : tokens) {
      if (Tokens.isSymbol(token)) {
        symbols.add(token);
      }
    }
    return new TextSignal(
        text.asOfNs(),
        text.source(),
        text.symbol(),
        judgement.sentiment(),
        judgement.confidence(),
        1.0 / Math.max(1, symbols.size()),
        judgement.topic(),
        text.influence(),
        Fingerprints.of(tokens).mark(text.textId()));
  }
}
