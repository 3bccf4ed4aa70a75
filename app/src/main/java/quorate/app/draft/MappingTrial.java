package quorate.app.draft;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import quorate.app.terminal.StopException;
import quorate.market.instrument.InstrumentCatalogue;
import quorate.market.quality.QualitySummary;
import quorate.market.source.JudgedSource;
import quorate.market.source.Listings;
import quorate.market.source.SourceMapping;
import quorate.market.source.SourceRow;
import quorate.market.source.UnreadableSourceException;
import quorate.market.yaml.YamlSettings;

/// Reads a sample by a drafted mapping, as `ingest` would.
///
/// @param sample the first lines of the file
/// @param catalogue where its symbols are looked up
record MappingTrial(SampleText sample, InstrumentCatalogue catalogue) {
  /// What became of the rows.
  ///
  /// @param judged how many were accepted and rejected before the problem
  /// @param problem why not all could be read, such as a symbol that is not declared; or empty
  record Outcome(QualitySummary judged, String problem) {}

  Outcome of(String mapping) {
    SourceMapping how =
        SourceMapping.of(
            YamlSettings.read("the draft", new StringReader(mapping), variable -> null));
    try {
      // The name is kept, because a mapping may look into it.
      Path folder = Files.createTempDirectory("quorate-draft");
      Path lines = folder.resolve(sample.name() + ".csv");
      try {
        Files.write(lines, sample.lines());
        return judged(how, lines);
      } finally {
        Files.deleteIfExists(lines);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new StopException("draft cannot be tried: " + e.getMessage(), e);
    }
  }

  /// The sample's own place means nothing to the user, nor what tied it to the sentence.
  private static String without(Path lines, String message) {
    return message.replace(lines.toString(), "").replaceFirst("^[,:\\s]+", "");
  }

  private Outcome judged(SourceMapping how, Path lines) {
    try (JudgedSource rows =
        JudgedSource.open(
            how, lines, Listings.of(catalogue), (file, entry, line, reason, detail, text) -> {})) {
      SourceRow row = new SourceRow();
      while (rows.next(row)) {
        // Only the judgement counts.
      }
      return new Outcome(rows.summary(), "");
    } catch (UnreadableSourceException | IllegalArgumentException unreadable) {
      return new Outcome(
          QualitySummary.empty(), without(lines, String.valueOf(unreadable.getMessage())));
    }
  }
}
