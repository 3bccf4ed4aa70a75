package quorate.language;

import quorate.domain.DatedText;
import quorate.domain.TextSignal;

/// Somebody who reads texts and says in numbers what they mean for a holder.
///
/// The same text gives the same signal, and the signal may be used when the text might: its `asOf`
/// is the text's. Its `textId` ends in a fingerprint by which texts can be compared.
public interface TextScorer {
  TextSignal score(DatedText text);
}
