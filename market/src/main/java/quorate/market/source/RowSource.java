package quorate.market.source;

import quorate.domain.Instrument;

/// The rows of one vendor's file, in the order of time its mapping declares (a newest-first file is
/// turned round).
public interface RowSource extends AutoCloseable {
  /// Reads the next row.
  ///
  /// @return false at the end
  /// @throws UnreadableSourceException when the file cannot be read on: the message gives file,
  ///   line, rule and value
  boolean next(SourceRow into);

  /// The instrument behind the number in an event; numbers count from 0 in the order in which the
  /// source met their symbols.
  Instrument instrument(int number);

  /// How many instruments the source has met so far.
  int instrumentCount();

  /// Data lines read so far, header and blank lines not counted; a line of a wide panel is one,
  /// with a row for each of its symbols.
  long lines();

  @Override
  void close();
}
