package quorate.lake;

/// Hears how far long work has come.
@FunctionalInterface
public interface Progress {
  /// Called every few thousand rows, from the thread that works.
  ///
  /// @param done of `total`, never less than before
  /// @param total bytes of input of an ingest, rows of a tape; at least 1
  void at(long done, long total);

  /// Nobody listens.
  static Progress silent() {
    return (done, total) -> {};
  }
}
