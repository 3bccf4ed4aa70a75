package quorate.engine.replay;

import java.util.Optional;

/// The first place at which a replay said something else than the recording.
///
/// @param entry number of the journal entry, from 0
/// @param recorded what the tape says; empty when the replay said more than was recorded
/// @param replayed what the replay said; empty when it said less
public record Divergence(long entry, Optional<String> recorded, Optional<String> replayed) {

  /// For a person.
  public String text() {
    return "journal entry %d differs%n  recorded: %s%n  replayed: %s"
        .formatted(entry, recorded.orElse("nothing more"), replayed.orElse("nothing more"));
  }
}
