package quorate.market.source;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.Instrument;

/// A newest-first source turned round: all its rows are read into memory (about 250 bytes each) and
/// given from the last to the first, with the line numbers they have in the file.
final class ReversedSource implements RowSource {
  private final RowSource source;
  private final List<SourceRow> rows = new ArrayList<>();
  private boolean read;

  ReversedSource(RowSource source) {
    this.source = source;
  }

  @Override
  public boolean next(SourceRow into) {
    if (!read) {
      read = true;
      for (SourceRow row = new SourceRow(); source.next(row); ) {
        SourceRow kept = new SourceRow();
        kept.copyFrom(row);
        rows.add(kept);
      }
    }
    if (rows.isEmpty()) {
      return false;
    }
    into.copyFrom(rows.removeLast());
    return true;
  }

  @Override
  public Instrument instrument(int number) {
    return source.instrument(number);
  }

  @Override
  public int instrumentCount() {
    return source.instrumentCount();
  }

  @Override
  public long lines() {
    return source.lines();
  }

  @Override
  public void close() {
    source.close();
  }
}
