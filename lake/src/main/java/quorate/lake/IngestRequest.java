package quorate.lake;

import java.nio.file.Path;
import java.util.List;
import quorate.market.source.Listings;
import quorate.market.source.SourceMapping;

/// Files to bring into the lake.
///
/// @param files of one source and dataset, at least one; each is known by its name, so a file of
///   the same name with other bytes takes the place of the earlier one
/// @param mapping how they are read and judged, and which source and dataset they belong to
/// @param listings the instruments and calendars that they may name
/// @param who asks, for the receipt
public record IngestRequest(
    List<Path> files, SourceMapping mapping, Listings listings, String who) {
  public IngestRequest {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an ingest must have at least one file, but had none");
    }
    if (who.isBlank()) {
      throw new IllegalArgumentException("an ingest must say who asks, but that was blank");
    }
  }

  Intake intake() {
    return new MappedIntake(mapping, listings);
  }
}
