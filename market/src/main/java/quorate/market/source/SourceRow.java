package quorate.market.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.market.quality.QualityGate;

/// One row of a vendor's file, read but not yet judged; reused for every row.
///
/// The event's `instrument` is a number of the [RowSource] that filled it. A value that is absent
/// in the row (an empty field) is named in `missing`, and its field is 0. A value with more
/// decimals than its instrument has is quoted in `unfit`, and its field is rounded half-even.
public final class SourceRow {
  /// Name of the file inside an archive, empty for a plain file.
  public String entry = "";

  /// Line in the file or entry, from 1, header lines counted; for JSON the element, from 1.
  public long line;

  /// Name of the first absent value, empty when all are there.
  public String missing = "";

  /// The first value that does not fit its instrument's scale, such as `price 1.2345600001`; empty
  /// when all fit.
  public String unfit = "";

  /// Id of the trade, as a number or a 64-bit hash of its text; [QualityGate#NO_ID] without one.
  public long id = QualityGate.NO_ID;

  /// What the row says, in UTC nanoseconds and scaled numbers.
  public final EventCursor event = new EventCursor();

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable String text;

  /// The row as received. Made on demand, so that rows nobody prints cost nothing; to be asked
  /// before the source moves on.
  public String text() {
    String made = text;
    if (made == null) {
      made = new String(bytes, from, to - from, charset);
      text = made;
    }
    return made;
  }

  /// Points at the bytes of the row, which stay the reader's.
  void at(byte[] line, int from, int to, Charset charset) {
    this.bytes = line;
    this.from = from;
    this.to = to;
    this.charset = charset;
    this.text = null;
  }

  /// Takes over another row, so that it can be kept after its source has moved on.
  public void copyFrom(SourceRow other) {
    entry = other.entry;
    line = other.line;
    missing = other.missing;
    unfit = other.unfit;
    id = other.id;
    text = other.text();
    event.copyFrom(other.event);
  }
}
