package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;
import quorate.lake.silver.RowKind;
import quorate.market.source.SourceMapping;

/// Recorded files of real vendors, from their bytes to tapes.
class SharedDataTest {
  @TempDir Path folder;
  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
  }

  private static SourceMapping mapping(String name) {
    return SourceMapping.read(SharedData.projectRoot().resolve("mappings").resolve(name));
  }

  @Test
  void bringsAnEsSessionFromItsFileToTape() throws IOException {
    Path file = SharedData.require("futures/trades-20191216/ESH0_20191216_trades.csv.gz");

    IngestResult result = lake.ingest(mapping("kibot-futures-trades.yaml"), file);

    assertThat(result.read()).isEqualTo(421_785); // MANIFEST.csv
    assertThat(result.accepted()).isEqualTo(421_785);
    long[] seen = new long[3];
    lake.forEach(
        "ESH0",
        RowKind.TRADES,
        "",
        event -> {
          seen[0]++;
          seen[1] += event.quantity;
          assertThat(event.timeNs >= seen[2]).isTrue();
          seen[2] = event.timeNs;
        });
    assertThat(seen[0]).isEqualTo(421_785);
    assertThat(seen[1]).isEqualTo(CONTRACTS);
    assertThat(folder.resolve("tape/ESH0/trades/kibot.futures-trades/2019-12-16.tape")).exists();
  }

  /// Sum of the file's size column, counted with awk.
  private static final long CONTRACTS = 979_728;

  @Test
  void changesNothingWhenARealFileComesTwice() throws IOException {
    Path file = SharedData.require("futures/trades-20191216/JYH0_20191216_trades.csv.gz");
    SourceMapping mapping = mapping("kibot-futures-trades.yaml");
    lake.ingest(mapping, file);
    Map<String, String> before = lake.content();

    IngestResult again = lake.ingest(mapping, file);

    assertThat(again.isAlreadyThere()).isTrue();
    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void accountsForEveryRowOfAnArchive() throws IOException {
    Path file = SharedData.require("futures/lean/cme/minute/es/20131007_trade.zip");

    IngestResult result = lake.ingest(mapping("lean-futures-minute-trade-bars.yaml"), file);

    long quarantined = result.quarantined().values().stream().mapToLong(Long::longValue).sum();
    assertThat(result.read()).isPositive();
    assertThat(result.accepted() + quarantined).isEqualTo(result.read());
    assertThat(lake.open().datasets().stream().mapToLong(Dataset::rows).sum())
        .isEqualTo(result.accepted());
  }
}
