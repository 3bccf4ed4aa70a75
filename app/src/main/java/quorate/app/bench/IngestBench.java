package quorate.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import quorate.domain.settings.Settings;
import quorate.lake.IngestRequest;
import quorate.lake.IngestResult;
import quorate.lake.Lake;
import quorate.lake.LakeSettings;
import quorate.market.calendar.Calendars;
import quorate.market.source.Listings;
import quorate.market.source.SourceMapping;

/// `bench ingest`: a plain CSV file of one session's trades into silver, bronze, checksums, quality
/// and commit included.
final class IngestBench {
  private final Workload workload;
  private final Path scratch;

  /// @param scratch empty folder, removed by the caller
  IngestBench(Workload workload, Path scratch) {
    this.workload = workload;
    this.scratch = scratch;
  }

  List<Figure> measure() {
    Path file = scratch.resolve("trades.csv");
    write(BenchMarket.session(workload.sessionTrades()), file);
    ingest(file, 0);
    int[] run = {0};
    double perSecond =
        Stopwatch.median(
            workload.runs(),
            () -> workload.sessionTrades() / Stopwatch.seconds(() -> ingest(file, ++run[0])));
    return List.of(
        Figure.of(
            "ingest",
            perSecond,
            "rows/s",
            "source",
            "CSV file to silver",
            "rows",
            workload.sessionTrades(),
            "runs",
            workload.runs()));
  }

  /// Each run has a lake of its own, because a file that is there already is not read again.
  private void ingest(Path file, int run) {
    Lake lake =
        Lake.open(LakeSettings.defaults().in(scratch.resolve("lake-" + run)), Clock.systemUTC());
    SourceMapping mapping =
        SourceMapping.of(
            Settings.of(
                Map.of(
                    "source",
                    "bench",
                    "dataset",
                    "trades",
                    "kind",
                    "trades",
                    "instrument",
                    Map.of("symbol", "BENCH"),
                    "time",
                    Map.of("column", "time", "form", "epoch_ms"),
                    "columns",
                    Map.of("price", "price", "quantity", "size"))));
    IngestResult result =
        lake.ingest(
            new IngestRequest(
                List.of(file),
                mapping,
                new Listings(symbol -> BenchMarket.INSTRUMENT, Calendars::named),
                "bench"),
            (done, total) -> {});
    if (result.accepted() != workload.sessionTrades()) {
      throw new IllegalStateException(
          "all %d rows must be accepted, but %d were"
              .formatted(workload.sessionTrades(), result.accepted()));
    }
  }

  /// A session as a vendor would write it: `time` in epoch ms, `price`, `size`.
  static void write(long[][] session, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time,price,size\n");
      for (int i = 0; i < session[0].length; i++) {
        out.write(
            session[0][i] / 1_000_000
                + ","
                + BenchMarket.INSTRUMENT.formatPrice(session[1][i])
                + ","
                + session[2][i]
                + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
