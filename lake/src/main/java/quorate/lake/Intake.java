package quorate.lake;

import java.nio.file.Path;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.lake.silver.RowKind;
import quorate.lake.store.Commit;
import quorate.market.quality.Quarantine;

/// How the files of one dataset become judged rows.
interface Intake {
  /// Who the files come from; a folder's name.
  String source();

  /// Which of the source's collections they are; a folder's name.
  String dataset();

  RowKind kind();

  /// Of bars, such as `1m`; empty for other kinds.
  String timeframe();

  /// The same for the same rules of reading and judging, another for others.
  String fingerprint();

  /// Whether this instrument would be defined in the same way today.
  boolean defines(Instrument recorded);

  /// Begins to read a file.
  JudgedRows open(Path file, Quarantine quarantine);

  /// The rows of a file that passed.
  interface JudgedRows extends AutoCloseable {
    /// @return false at the end
    boolean next(EventCursor into);

    /// The instrument behind the number in an event.
    Instrument instrument(int number);

    /// How many instruments there were so far.
    int instruments();

    /// How the rows read so far were judged.
    Commit.Counts counts();

    /// Roughly how much of the file was read, 0 to 1.
    double fraction();

    @Override
    void close();
  }
}
