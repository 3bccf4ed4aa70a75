package quorate.engine.replay;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;
import quorate.market.tape.JournalCodec;
import quorate.market.tape.Tape;
import quorate.market.tape.TapeException;
import quorate.market.tape.TapeReader;

/// A tape that writes nothing and holds each entry against the next one of a recording.
///
/// Compares bytes, so two entries that read the same but differ in a bit differ. After the first
/// difference the rest is not compared, because it follows from it.
final class ComparingTape implements Tape {
  private final TapeReader recording;
  private final JournalCodec codec = new JournalCodec();
  private long compared;
  private @Nullable Divergence first;

  ComparingTape(Path recording) {
    this.recording = TapeReader.open(recording, TapeReader.OnDamage.REPORT);
  }

  @Override
  public void append(EventCursor event) {
    throw new IllegalStateException("a backtest journals its market events by reference");
  }

  @Override
  public void append(JournalEntry entry) {
    if (first != null) {
      return;
    }
    ByteBuffer replayed = codec.encode(entry);
    if (!nextJournalEntry()) {
      first = new Divergence(compared, Optional.empty(), Optional.of(entry.toString()));
    } else if (!recording.bytes().equals(replayed)) {
      first = new Divergence(compared, Optional.of(recorded()), Optional.of(text(entry)));
    } else {
      compared++;
    }
  }

  private boolean nextJournalEntry() {
    while (recording.next()) {
      if (!recording.isEvent()) {
        return true;
      }
    }
    return false;
  }

  /// As it would read from a tape, so that both sides are written alike.
  private String text(JournalEntry entry) {
    return codec.decode(codec.encode(entry)).toString();
  }

  private String recorded() {
    try {
      return recording.journal().toString();
    } catch (TapeException unreadable) {
      return unreadable.toString();
    }
  }

  /// The first difference, if any; looks whether the recording goes on.
  Optional<Divergence> result() {
    if (first == null && nextJournalEntry()) {
      first = new Divergence(compared, Optional.of(recorded()), Optional.empty());
    }
    return Optional.ofNullable(first);
  }

  /// Entries that were the same.
  long compared() {
    return compared;
  }

  /// Blocks of the recording whose checksum was wrong.
  List<String> damage() {
    return recording.damage();
  }

  @Override
  public void force() {
    // Nothing is written.
  }

  @Override
  public void seal() {
    // Nothing is written.
  }

  @Override
  public void close() {
    recording.close();
  }
}
