package quorate.market.source;

import java.nio.file.Path;

/// Opens vendors' files.
public final class SourceFiles {
  private SourceFiles() {}

  /// Opens a file, packed or not, to be read row by row.
  ///
  /// @param mapping how it is written
  /// @param listings where its symbols are looked up
  /// @throws UnreadableSourceException when there is no such file or it is empty
  public static RowSource open(SourceMapping mapping, Path file, Listings listings) {
    SourceInput input = SourceInput.open(file, mapping.entries);
    FieldReader reader =
        switch (mapping.reader) {
          case DELIMITED, LEAN -> new DelimitedReader(input, mapping.text);
          case JSON -> new JsonReader(input, mapping.jsonPath);
        };
    RowSource rows = new MappedSource(mapping, file, reader, listings);
    return switch (mapping.order) {
      case ASCENDING -> rows;
      case DESCENDING -> new ReversedSource(rows);
    };
  }
}
