package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorate.market.tape.TapeFormat.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.ForAll;

/// What a reader finds wrong, and what it must not take for damage.
class DamagedTapeTest {
  /// No checksum is negative.
  private static final long STOPPED = -1;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("es.tape");
  }

  @Test
  void stopsAtADamagedBlockAndSaysWhich() throws IOException {
    try (TapeWriter tape = TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES))) {
      TapeExamples.writeTrades(tape, 5_000);
      tape.seal();
    }
    TapeExamples.flipBit(file, TapeFormat.PAGE_BYTES + TapeFormat.BLOCK_BYTES + 100);

    assertThatThrownBy(() -> TapeExamples.readAll(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("block 1 of tape")
        .hasMessageContaining("is damaged");
  }

  @Test
  void readsADamagedTapeForComparingAndReportsIt() throws IOException {
    try (TapeWriter tape = TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES))) {
      TapeExamples.writeTrades(tape, 5_000);
      tape.seal();
    }
    TapeExamples.flipBit(file, TapeFormat.PAGE_BYTES + TapeFormat.BLOCK_BYTES + 60);

    int read = 0;
    try (TapeReader tape = TapeReader.open(file, TapeReader.OnDamage.REPORT)) {
      while (tape.next()) {
        read++;
      }

      assertThat(read).isEqualTo(5_000);
      assertThat(tape.damage()).hasSize(1);
    }
  }

  /// Either the reader stops, or the bit meant nothing and every entry is as it was written.
  @Test
  void findsAFlippedBitAtEveryKindOfPlace() throws IOException {
    long written = threeSegments();
    List<Long> places = new ArrayList<>();
    for (int at = 0; at < METADATA_AT + 8; at++) {
      places.add((long) at);
    }
    places.add(PAGE_BYTES - 1L);
    for (int block = 0; block < 3; block++) {
      for (int at = 0; at < BLOCK_HEADER_BYTES + 8; at++) {
        places.add(PAGE_BYTES + (long) block * BLOCK_BYTES + at);
      }
    }

    for (long place : places) {
      for (int bit = 0; bit < 8; bit++) {
        assertThat(readWithFlippedBit(place, bit))
            .as("bit %d of byte %d", bit, place)
            .isIn(written, STOPPED);
      }
    }
  }

  @Test
  void readsNoWrongEntryWhicheverBitIsFlipped() throws IOException {
    long written = threeSegments();
    long bytes = Files.size(file);

    ForAll.cases(
        300,
        7,
        chance -> chance.nextLong(bytes * 8),
        bit -> assertThat(readWithFlippedBit(bit / 8, (int) (bit % 8))).isIn(written, STOPPED));
  }

  @Test
  void findsAMissingBlockInAClosedTape() throws IOException {
    close(5_000);
    overwrite(PAGE_BYTES + BLOCK_BYTES, new byte[BLOCK_BYTES]);

    assertDamage("block 1 of tape", "its length must be from 8 to 65504, but is 0");
  }

  @Test
  void findsThatAClosedTapeWasCutOff() throws IOException {
    close(5_000);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(PAGE_BYTES + 2 * BLOCK_BYTES);
    }

    // A block holds ⌊65,504 / 32⌋ = 2,047 trades.
    assertDamage("it was closed with 5000 entries of one checksum, but has 4094 of another");
  }

  @Test
  void findsAMissingSegmentInTheMiddleAndAtTheEnd() throws IOException {
    threeSegments();
    Files.delete(segment(file, 2));

    assertDamage("its segment \"", "es.tape.2\" is missing");

    Files.delete(segment(file, 1));
    assertDamage("es.tape.1\" is missing");
  }

  @Test
  void findsASegmentInAnothersPlace() throws IOException {
    threeSegments();
    Files.move(segment(file, 2), segment(file, 1), StandardCopyOption.REPLACE_EXISTING);

    assertDamage("header of tape", "it must be of segment 1");
  }

  @Test
  void findsASegmentThatDoesNotBelongToItsTape() throws IOException {
    close(10);
    Path other = folder.resolve("other.tape");
    try (TapeWriter tape =
        TapeWriter.journal(other, TapeHeader.of(JournalExamples.ES), 4L * BLOCK_BYTES)) {
      TapeExamples.writeTrades(tape, 20_000);
      tape.seal();
    }
    Files.copy(segment(other, 1), segment(file, 1));

    assertDamage("must be its last segment, but", "es.tape.1\" follows");
  }

  @Test
  void readsADeadWritersTapeButNothingLostInsideIt() throws IOException {
    List<String> written = die(5_000);
    assertThat(TapeExamples.readAll(file)).isEqualTo(written);

    TapeExamples.flipBit(file, PAGE_BYTES + BLOCK_BYTES + BLOCK_MAGIC_AT);

    assertDamage("block 1 of tape", "it has another beginning than a block");
  }

  @Test
  void findsAnEmptyBlockInsideADeadWritersTape() throws IOException {
    die(5_000);
    overwrite(PAGE_BYTES + BLOCK_BYTES, new byte[BLOCK_BYTES]);

    assertDamage("block 1 of tape", "it has no entries, but something is written behind it");
  }

  @Test
  void findsAnUncheckedBlockThatIsNotTheLast() throws IOException {
    die(5_000);
    overwrite(PAGE_BYTES + BLOCK_BYTES + CHECKED_BYTES_AT, new byte[4]);

    assertDamage("its checksum must be of 65504 bytes, but is of 0");
  }

  /// The writer counts an entry before it takes it into the block's length.
  @Test
  void readsUpToTheEntryInsideWhichTheWriterDied() throws IOException {
    List<String> written = die(3_000);
    long block = PAGE_BYTES + BLOCK_BYTES;
    // 3,000 − 2,047 = 953 trades are in the second block.
    overwrite(block + BLOCK_ENTRIES_AT, new byte[] {(byte) (954 & 0xFF), (byte) (954 >> 8), 0, 0});

    assertThat(TapeExamples.readAll(file)).isEqualTo(written);
  }

  @Test
  void doesNotTakeAnInterruptionForDamage() {
    close(10);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> TapeReader.open(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("was interrupted; run it again")
        .hasMessageNotContaining("damaged");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertDamage(String... words) {
    assertThatThrownBy(() -> TapeExamples.readAll(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("is damaged")
        .hasMessageContaining("restore the file or derive it again")
        .hasMessageContainingAll(words);
  }

  private void close(int trades) {
    try (TapeWriter tape = TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES))) {
      TapeExamples.writeTrades(tape, trades);
      tape.seal();
    }
  }

  /// Leaves the file as a writer does whose process dies.
  private List<String> die(int trades) throws IOException {
    Path living = folder.resolve("living.tape");
    try (TapeWriter dying = TapeWriter.journal(living, TapeHeader.of(JournalExamples.ES))) {
      TapeExamples.writeTrades(dying, trades);
      Files.copy(living, file);
    }
    return TapeExamples.readAll(living);
  }

  /// Three segments of three blocks at most, the last block half full.
  private long threeSegments() {
    long threeBlocks = PAGE_BYTES + 3L * BLOCK_BYTES;
    try (TapeWriter tape =
        TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES), threeBlocks)) {
      TapeExamples.writeTrades(tape, 13_000);
      tape.seal();
    }
    assertThat(segment(file, 2)).exists();
    assertThat(segment(file, 3)).doesNotExist();
    return checksum();
  }

  private long checksum() {
    CRC32C sum = new CRC32C();
    try (TapeReader tape = TapeReader.open(file)) {
      while (tape.next()) {
        sum.update(tape.bytes());
      }
    }
    return sum.getValue();
  }

  /// Checksum of the entries that are read with one bit flipped.
  private long readWithFlippedBit(long at, int bit) {
    try {
      TapeExamples.flipBit(file, at, bit);
      try {
        return checksum();
      } catch (TapeException found) {
        return STOPPED;
      } finally {
        TapeExamples.flipBit(file, at, bit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void overwrite(long at, byte[] with) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(with), at);
    }
  }
}
