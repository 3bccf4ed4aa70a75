package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quorate.market.instrument.InstrumentCatalogue;
import quorate.market.quality.Quarantine;
import quorate.market.yaml.YamlSettings;

/// Files and mappings written in a test, and what is read from them.
final class Texts {
  static final Listings LISTINGS = Listings.of(InstrumentCatalogue.builtIn());

  private Texts() {}

  static SourceMapping mapping(String yaml) {
    return SourceMapping.of(
        YamlSettings.read("test.yaml", new StringReader(yaml), variable -> null));
  }

  static Path file(Path folder, String name, String text) {
    return bytes(folder, name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static Path bytes(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Requires that a message about a file is short and holds nothing that a terminal obeys.
  static void assertQuotable(Throwable thrown, Path file) {
    assertThat(String.valueOf(thrown.getMessage()).replace(file.toString(), ""))
        .doesNotMatch("(?s).*\\p{Cntrl}.*")
        .hasSizeLessThan(500);
  }

  /// Every row of a file, unjudged.
  static List<SourceRow> rows(SourceMapping mapping, Path file) {
    List<SourceRow> rows = new ArrayList<>();
    try (RowSource source = SourceFiles.open(mapping, file, LISTINGS)) {
      for (SourceRow row = new SourceRow(); source.next(row); ) {
        SourceRow kept = new SourceRow();
        kept.copyFrom(row);
        rows.add(kept);
      }
    }
    return rows;
  }

  /// The accepted rows of a file.
  static List<SourceRow> accepted(SourceMapping mapping, Path file, Quarantine quarantine) {
    List<SourceRow> rows = new ArrayList<>();
    try (JudgedSource source = JudgedSource.open(mapping, file, LISTINGS, quarantine)) {
      for (SourceRow row = new SourceRow(); source.next(row); ) {
        SourceRow kept = new SourceRow();
        kept.copyFrom(row);
        rows.add(kept);
      }
    }
    return rows;
  }
}
