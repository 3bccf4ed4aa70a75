package quorate.market.quality;

/// Where rejected rows go, each with the place it came from and the reason.
public interface Quarantine {
  /// Takes one rejected row.
  ///
  /// @param file the vendor's file
  /// @param entry name inside an archive, empty for a plain file
  /// @param line line in the file or entry, from 1
  /// @param detail the rule and the value found
  /// @param text the row as received
  void add(String file, String entry, long line, Reason reason, String detail, String text);

  /// Forgets the rows; their count stays in the summary.
  static Quarantine discarding() {
    return (file, entry, line, reason, detail, text) -> {};
  }
}
