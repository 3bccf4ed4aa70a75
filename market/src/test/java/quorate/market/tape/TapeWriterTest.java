package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;

class TapeWriterTest {
  private static final long FOUR_BLOCKS = 4L * TapeFormat.BLOCK_BYTES;

  @TempDir Path folder;

  /// 20,000 entries of 32 to 64 bytes are some twelve blocks, so three segments or more.
  @Test
  void readsAnEmptyTapeThatWasForcedAndSealed() throws IOException {
    Path recorded = folder.resolve("empty-recorded.tape");
    Path journal = folder.resolve("empty-journal.tape");
    try (TapeWriter one = TapeWriter.record(recorded, header());
        TapeWriter other = TapeWriter.journal(journal, header())) {
      one.force();
      one.seal();
      other.force();
      other.seal();
    }

    assertThat(Files.mismatch(recorded, journal)).isEqualTo(-1);
    try (TapeReader reader = TapeReader.open(recorded)) {
      assertThat(reader.next()).isFalse();
    }
  }

  @Test
  void writesARecordAndAJournalAsTheSameBytes() throws IOException {
    Path journal = folder.resolve("journal.tape");
    Path recorded = folder.resolve("record.tape");

    try (TapeWriter one = TapeWriter.journal(journal, header(), FOUR_BLOCKS);
        TapeWriter other = TapeWriter.record(recorded, header(), FOUR_BLOCKS)) {
      write(one, 0, 20_000);
      write(other, 0, 20_000);
      one.seal();
      other.seal();
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
      tape.seal();
    }

    assertThat(entries(recorded)).isEqualTo(5_000);
  }

  @Test
  void leavesWhatIsNotSealedAsADeadWriterDoes() throws IOException {
    Path recorded = folder.resolve("record.tape");
    Path journal = folder.resolve("journal.tape");
    try (TapeWriter one = TapeWriter.record(recorded, header());
        TapeWriter other = TapeWriter.journal(journal, header())) {
      write(one, 0, 3_000);
      write(other, 0, 3_000);
    }

    assertThat(seal(recorded)).isZero();
    assertThat(seal(journal)).isZero();
    assertThat(entries(recorded)).isEqualTo(3_000);
    assertThat(entries(journal)).isEqualTo(3_000);
  }

  @Test
  void takesNothingAfterItsSeal() throws IOException {
    Path recorded = folder.resolve("record.tape");
    try (TapeWriter tape = TapeWriter.record(recorded, header())) {
      write(tape, 0, 10);
      tape.seal();
      tape.seal();

      assertThatThrownBy(() -> write(tape, 10, 11))
          .isInstanceOf(TapeException.class)
          .hasMessageContaining("must be open to be written, but is sealed");
    }
    assertThat(seal(recorded)).isEqualTo(TapeFormat.SEALED_LAST);
    assertThat(entries(recorded)).isEqualTo(10);
  }

  @Test
  void givesUpAfterItsNextSegmentCouldNotBeBegun() throws IOException {
    for (Path tape : List.of(folder.resolve("record.tape"), folder.resolve("journal.tape"))) {
      Files.createFile(TapeFormat.segment(tape, 1));
      boolean journal = tape.endsWith("journal.tape");
      TapeWriter writer =
          journal
              ? TapeWriter.journal(tape, header(), FOUR_BLOCKS)
              : TapeWriter.record(tape, header(), FOUR_BLOCKS);

      assertThatThrownBy(() -> write(writer, 0, 20_000))
          .isInstanceOf(TapeException.class)
          .hasMessageContaining("growing tape")
          .hasMessageContaining("failed");
      assertThatThrownBy(() -> write(writer, 0, 1)).hasMessageContaining("but is failed");
      assertThatThrownBy(writer::seal).hasMessageContaining("but is failed");
      writer.close();

      assertThat(seal(tape)).isEqualTo(TapeFormat.SEALED_FOLLOWED);
    }
  }

  /// Somebody who interrupts the work closes its files, which is no other kind of failure.
  @Test
  void saysThatSealingWasInterrupted() throws IOException {
    Path recorded = folder.resolve("record.tape");
    TapeWriter tape = TapeWriter.record(recorded, header());
    write(tape, 0, 10);
    Thread.currentThread().interrupt();

    assertThatThrownBy(tape::seal)
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("was interrupted; run it again");
    assertThat(Thread.interrupted()).isTrue();
    tape.close();
    assertThat(seal(recorded)).isZero();
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

  /// How the first segment was closed.
  private static int seal(Path tape) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(tape))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt(TapeFormat.SEALED_AT);
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
