package quorate.lake;

import java.nio.file.Path;

/// Hears what becomes of each file of an ingest, as it happens.
public interface FileNews {
  /// A file is in the lake, whole.
  void taken(IngestResult.OneFile file);

  /// A file cannot be read as its mapping says; nothing of it is in the lake. The ingest goes on
  /// with the next one unless this throws.
  ///
  /// @param why says what is wrong with it
  void refused(Path file, RuntimeException why);

  /// Lets the first file that cannot be read end the ingest.
  static FileNews stopping() {
    return new FileNews() {
      @Override
      public void taken(IngestResult.OneFile file) {}

      @Override
      public void refused(Path file, RuntimeException why) {
        throw why;
      }
    };
  }
}
