package quorate.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.lake.silver.RowKind;
import quorate.lake.store.Checksum;
import quorate.lake.store.Commit;
import quorate.lake.store.LakeException;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Quarantine;
import quorate.market.quality.Reason;
import quorate.market.source.BarSpan;
import quorate.market.source.JudgedSource;
import quorate.market.source.Listings;
import quorate.market.source.SourceFiles;
import quorate.market.source.SourceMapping;
import quorate.market.source.SourceRow;

/// Reads and judges files as their mapping says.
final class MappedIntake implements Intake {
  private final SourceMapping mapping;
  private final Listings listings;
  private final String fingerprint;

  MappedIntake(SourceMapping mapping, Listings listings) {
    this.mapping = mapping;
    this.listings = listings;
    this.fingerprint = Checksum.of(mapping.rules());
  }

  @Override
  public String source() {
    return mapping.source();
  }

  @Override
  public String dataset() {
    return mapping.dataset();
  }

  @Override
  public RowKind kind() {
    return switch (mapping.kind()) {
      case TRADES -> RowKind.TRADES;
      case QUOTES -> RowKind.QUOTES;
      case BARS -> RowKind.BARS;
      case OPEN_INTEREST -> RowKind.OPEN_INTEREST;
      case TABLE ->
          throw new LakeException(
              LakeException.Problem.UNCLEAR,
              "an ingest must be of trades, quotes, bars or open interest, but %s is of tables"
                  .formatted(mapping.origin()));
    };
  }

  @Override
  public String timeframe() {
    return mapping.span().map(BarSpan::label).orElse("");
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public boolean defines(Instrument recorded) {
    try {
      return listings.instruments().apply(recorded.symbol()).equals(recorded);
    } catch (IllegalArgumentException e) {
      return false; // nobody declares it any more
    }
  }

  @Override
  public JudgedRows open(Path file, Quarantine quarantine) {
    String name = String.valueOf(file.getFileName());
    return new Rows(
        JudgedSource.over(
            SourceFiles.open(mapping, file, listings), mapping, name, listings, quarantine),
        unpackedBytes(file));
  }

  /// The size of what is read, where the packing says it; a guess of six times its size otherwise.
  private static long unpackedBytes(Path file) {
    try {
      long size = Files.size(file);
      return file.toString().endsWith(".gz") || file.toString().endsWith(".zip") ? 6 * size : size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Rows implements JudgedRows {
    private static final int SAMPLE = 1024;

    private final JudgedSource source;
    private final long unpackedBytes;
    private final SourceRow row = new SourceRow();
    private long rows;
    private long sampledBytes;

    Rows(JudgedSource source, long unpackedBytes) {
      this.source = source;
      this.unpackedBytes = unpackedBytes;
    }

    @Override
    public boolean next(EventCursor into) {
      if (!source.next(row)) {
        return false;
      }
      if (rows < SAMPLE) {
        sampledBytes += row.text().length() + 1;
      }
      rows++;
      into.copyFrom(row.event);
      return true;
    }

    @Override
    public Instrument instrument(int number) {
      return source.instrument(number);
    }

    @Override
    public int instruments() {
      return source.instrumentCount();
    }

    @Override
    public Commit.Counts counts() {
      QualitySummary summary = source.summary();
      return new Commit.Counts(
          summary.read(),
          summary.accepted(),
          byKey(summary.quarantined()),
          byKey(summary.flagged()));
    }

    private static Map<String, Long> byKey(Map<Reason, Long> counts) {
      Map<String, Long> byKey = new TreeMap<>();
      counts.forEach((reason, count) -> byKey.put(reason.key(), count));
      return byKey;
    }

    @Override
    public double fraction() {
      double bytesPerRow = (double) sampledBytes / Math.max(1, Math.min(rows, SAMPLE));
      return Math.min(1, source.lines() * bytesPerRow / Math.max(1, unpackedBytes));
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
