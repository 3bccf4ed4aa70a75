package quorate.market.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;
import quorate.market.quality.QualitySummary;
import quorate.market.quality.Quarantine;

class TradesOfTheDayTest {
  @Test
  void readsOneSessionOfTheFuture() {
    Path file = SharedData.require("futures/trades-20191216/ESH0_20191216_trades.csv.gz");
    SourceMapping mapping =
        SourceMapping.read(SharedData.projectRoot().resolve("mappings/kibot-futures-trades.yaml"));
    SourceRow row = new SourceRow();

    try (JudgedSource source =
        JudgedSource.open(mapping, file, Texts.LISTINGS, Quarantine.discarding())) {
      boolean any = source.next(row);

      // The first line: 1576450800028,3179.5,58 at a scale of 2 decimal places and whole contracts.
      assertThat(any).isTrue();
      assertThat(row.text()).isEqualTo("1576450800028,3179.5,58");
      assertThat(row.line).isEqualTo(2);
      assertThat(row.event.timeNs).isEqualTo(1576450800028_000_000L);
      assertThat(row.event.price).isEqualTo(317950);
      assertThat(row.event.quantity).isEqualTo(58);
      assertThat(source.instrument(row.event.instrument).symbol()).isEqualTo("ESH0");

      while (source.next(row)) {
        assertThat(row.event.price).isPositive();
      }
      QualitySummary summary = source.summary();
      assertThat(summary.read()).isEqualTo(421_785);
      assertThat(summary.line()).isEqualTo("421785 read, 421785 accepted");
    }
  }
}
