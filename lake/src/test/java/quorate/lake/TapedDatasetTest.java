package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.domain.Instruments;
import quorate.lake.silver.RowKind;
import quorate.lake.store.LakeException;
import quorate.market.feed.Feed;

/// Minute bars numbered from 0, which close at 3,190 points and their number.
class TapedDatasetTest {
  /// Monday 2019-12-16, 15:00:00 UTC: the ES session is open.
  private static final long START_S = 1_576_508_400L;

  private static final long MINUTE = 60_000_000_000L;

  @TempDir Path folder;
  private TestLake lake;

  @BeforeEach
  void begin() throws IOException {
    lake = new TestLake(folder);
    ingest("ten.csv", 0, 10);
  }

  @Test
  void givesTheBarsThatStartInTheRange() {
    TapedDataset taped = tape(3, 6);

    assertThat(read(taped)).containsExactly(3L, 4L, 5L);
    assertThat(taped.events()).isEqualTo(3);
  }

  @Test
  void leavesTheCursorAsItWasAtTheEnd() {
    TapedDataset taped = tape(3, 6);
    EventCursor event = new EventCursor();

    try (Feed feed = taped.feed(instruments(taped))) {
      while (feed.next(event)) {
        assertThat(event.timeNs).isLessThanOrEqualTo(at(6));
      }
      assertThat(feed.next(event)).isFalse();
    }

    assertThat(event.startNs).isEqualTo(at(5));
    assertThat(event.timeNs).isEqualTo(at(6));
    assertThat(event.close).isEqualTo(319_000 + 500);
  }

  @Test
  void leavesTheCursorAsItWasWhereNothingIsInTheRange() {
    TapedDataset taped = tape(20, 30);
    EventCursor event = new EventCursor();
    event.trade(0, 77, 78, 79);

    try (Feed feed = taped.feed(instruments(taped))) {
      assertThat(feed.next(event)).isFalse();
    }

    assertThat(event.timeNs).isEqualTo(77);
    assertThat(event.price).isEqualTo(78);
  }

  @Test
  void hasTheSameChecksumWhateverElseIsInTheLake() throws IOException {
    String before = tape(3, 6).checksum();
    String whole = tape(0, 10).checksum();

    ingest("later.csv", 30, 10);
    ingest("earlier.csv", -20, 10);

    assertThat(tape(3, 6).checksum()).isEqualTo(before).isNotEqualTo(whole);
    assertThat(tape(0, 10).checksum()).isEqualTo(whole);
    assertThat(tape(0, 10).events()).isEqualTo(10);
  }

  @Test
  void hasAnotherChecksumWhereAnEventOfItIsAnother() throws IOException {
    String before = tape(3, 6).checksum();

    Path changed = lake.input("four.csv", csv(4, 1).replace("3194.00,3194", "3193.75,3194"));
    lake.ingest(TestLake.bars(), changed);

    assertThat(tape(3, 6).events()).isEqualTo(3);
    assertThat(tape(3, 6).checksum()).isNotEqualTo(before);
  }

  @Test
  void findsTapesThatHoldMoreThanTheyShould() {
    TapedDataset taped = tape(0, 10);
    TapedDataset promised =
        new TapedDataset(taped.dataset(), taped.tapes(), at(0), at(10), 8, 0, taped.checksum());

    assertThatThrownBy(() -> read(promised))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("must hold 8 rows, but hold 9 or more");
  }

  @Test
  void makesATapeAgainWhenTheNoteOfItsContentIsLost() throws IOException {
    String before = tape(0, 10).checksum();
    Path tape = tape(0, 10).tapes().getFirst();

    Files.writeString(tape.resolveSibling(tape.getFileName() + ".content"), "lost");

    assertThat(tape(0, 10).checksum()).isEqualTo(before);
    assertThat(read(tape(0, 10))).hasSize(10);
  }

  @Test
  void namesASlotsBoundsInWhatItsTapeWasMadeOf() {
    Dataset dataset = dataset();

    String lineage = TapeShelf.lineage(dataset, 0, 100, dataset.files());

    assertThat(TapeShelf.lineage(dataset, 0, 100, dataset.files())).isEqualTo(lineage);
    assertThat(TapeShelf.lineage(dataset, 1, 100, dataset.files())).isNotEqualTo(lineage);
    assertThat(TapeShelf.lineage(dataset, 0, 101, dataset.files())).isNotEqualTo(lineage);
  }

  private void ingest(String name, int from, int bars) throws IOException {
    lake.ingest(TestLake.bars(), lake.input(name, csv(from, bars)));
  }

  private static String csv(int from, int bars) {
    StringBuilder rows = new StringBuilder("start,open,high,low,close,volume\n");
    for (int i = from; i < from + bars; i++) {
      rows.append(START_S + i * 60L)
          .append(",%1$d.00,%1$d.00,3100,%1$d.00,7\n".formatted(3190 + i));
    }
    return rows.toString();
  }

  private Dataset dataset() {
    return lake.open().dataset("ESH0", RowKind.BARS, "1m");
  }

  private TapedDataset tape(int from, int to) {
    return lake.open().tape(dataset(), at(from), at(to), Progress.silent());
  }

  private static long at(int bar) {
    return START_S * 1_000_000_000L + bar * MINUTE;
  }

  private static Instruments instruments(TapedDataset taped) {
    return Instruments.of(taped.dataset().instrument());
  }

  /// The numbers of the bars.
  private static List<Long> read(TapedDataset taped) {
    List<Long> read = new ArrayList<>();
    EventCursor event = new EventCursor();
    try (Feed feed = taped.feed(instruments(taped))) {
      while (feed.next(event)) {
        read.add((event.startNs - at(0)) / MINUTE);
      }
    }
    return read;
  }
}
