package quorate.market.source;

/// The rows of one vendor's file, in the order of time its mapping declares (a newest-first file is
/// turned round).
public interface RowSource extends AutoCloseable {
  /// Reads the next row.
  ///
  /// @return false at the end
  /// @throws UnreadableSourceException when the file cannot be read on: the message gives file,
  ///   line, rule and value
  boolean next(SourceRow into);

  @Override
  void close();
}
