package quorate.market.source;

import quorate.domain.EventCursor;

/// One row of a vendor's file, read but not yet judged; reused for every row.
///
/// The event's `instrument` is the number in the [quorate.domain.Instruments] the source was opened
/// with. A value that is absent in the row (an empty field) is named in `missing`, and its field is
/// 0.
public final class SourceRow {
  /// Name of the file inside an archive, empty for a plain file.
  public String entry = "";

  /// Line in the file or entry, from 1, header lines counted; for JSON the element, from 1.
  public long line;

  /// The row as received.
  public String text = "";

  /// Name of the first absent value, empty when all are there.
  public String missing = "";

  /// What the row says, in UTC nanoseconds and scaled numbers.
  public final EventCursor event = new EventCursor();
}
