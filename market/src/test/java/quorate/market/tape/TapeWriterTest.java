package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;

class TapeWriterTest {
  private static final long FOUR_BLOCKS = 4L * TapeFormat.BLOCK_BYTES;

  @TempDir Path folder;

  /// 20,000 entries of 32 to 64 bytes are some twelve blocks, so three segments or more.
  @Test
  void writesARecordAndAJournalAsTheSameBytes() throws IOException {
    Path journal = folder.resolve("journal.tape");
    Path recorded = folder.resolve("record.tape");

    try (TapeWriter one = TapeWriter.journal(journal, header(), FOUR_BLOCKS);
        TapeWriter other = TapeWriter.record(recorded, header(), FOUR_BLOCKS)) {
      write(one, 0, 20_000);
      write(other, 0, 20_000);
    }

    for (int segment = 0; segment <= 2; segment++) {
      assertThat(
              Files.mismatch(
                  TapeFormat.segment(journal, segment), TapeFormat.segment(recorded, segment)))
          .as("segment %d", segment)
          .isEqualTo(-1);
    }
  }

  @Test
  void keepsWhatARecordHeldWhenItWasForced() {
    Path recorded = folder.resolve("record.tape");
    TapeWriter dying = TapeWriter.record(recorded, header());
    write(dying, 0, 3_000);

    dying.force();

    assertThat(entries(recorded)).isEqualTo(3_000);
    dying.close();
  }

  @Test
  void goesOnInTheSameBlockAfterAForce() {
    Path recorded = folder.resolve("record.tape");
    try (TapeWriter tape = TapeWriter.record(recorded, header())) {
      write(tape, 0, 1_000);
      tape.force();
      write(tape, 1_000, 5_000);
    }

    assertThat(entries(recorded)).isEqualTo(5_000);
  }

  private static TapeHeader header() {
    return TapeHeader.of(JournalExamples.ES);
  }

  private static void write(TapeWriter tape, int from, int to) {
    EventCursor event = new EventCursor();
    for (int i = from; i < to; i++) {
      if (i % 2 == 0) {
        event.trade(0, 1_000L * i, 320_000 + i, 1);
      } else {
        event.bar(0, 1_000L * i, 1_000L * i + 60, 320_000, 320_100, 319_900, 320_050 + i, 10);
      }
      tape.append(event);
    }
  }

  /// How many entries can be read, each of them what [#write] wrote at its place.
  private static int entries(Path tape) {
    EventCursor event = new EventCursor();
    int count = 0;
    try (TapeReader reader = TapeReader.open(tape)) {
      while (reader.next()) {
        reader.event(event);
        assertThat(event.lastPrice()).isEqualTo(count % 2 == 0 ? 320_000 + count : 320_050 + count);
        count++;
      }
    }
    return count;
  }
}
