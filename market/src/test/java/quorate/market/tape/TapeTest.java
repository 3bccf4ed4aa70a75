package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.chance.Philox;

class TapeTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("es.tape");
  }

  @Test
  void givesBackWhatWasWrittenOverManyBlocks() {
    List<String> written = new ArrayList<>();
    try (TapeWriter tape = TapeWriter.create(file, TapeHeader.of(JournalExamples.ES))) {
      written.addAll(writeMixed(tape, 20_000));
    }

    assertThat(readAll(file)).isEqualTo(written);
  }

  @Test
  void rollsIntoSegmentsAndReadsThemAsOne() {
    List<String> written = new ArrayList<>();
    long fourBlocks = 4 * TapeFormat.BLOCK_BYTES;
    try (TapeWriter tape = TapeWriter.create(file, TapeHeader.of(JournalExamples.ES), fourBlocks)) {
      written.addAll(writeMixed(tape, 20_000));
    }

    assertThat(Files.exists(TapeFormat.segment(file, 3))).isTrue();
    assertThat(readAll(file)).isEqualTo(written);
  }

  @Test
  void writesTheSameEntriesAsTheSameBytes() throws IOException {
    Path again = folder.resolve("again.tape");
    for (Path each : List.of(file, again)) {
      try (TapeWriter tape = TapeWriter.create(each, TapeHeader.of(JournalExamples.ES))) {
        writeMixed(tape, 3_000);
      }
    }

    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
  }

  /// The writer is not closed, as when its process dies: the pages are the operating system's.
  @Test
  void losesNothingWhenTheWriterDies() throws IOException {
    TapeWriter dying = TapeWriter.create(file, TapeHeader.of(JournalExamples.ES));
    List<String> written = writeMixed(dying, 5_000);
    Path found = folder.resolve("found.tape");
    Files.copy(file, found);

    List<String> read = readAll(found);

    assertThat(read).isEqualTo(written);
    dying.close();
  }

  @Test
  void stopsAtADamagedBlockAndSaysWhich() throws IOException {
    try (TapeWriter tape = TapeWriter.create(file, TapeHeader.of(JournalExamples.ES))) {
      writeTrades(tape, 5_000);
    }
    flipBit(file, TapeFormat.PAGE_BYTES + TapeFormat.BLOCK_BYTES + 100);

    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("block 1 of tape")
        .hasMessageContaining("is damaged");
  }

  @Test
  void readsADamagedTapeForComparingAndReportsIt() throws IOException {
    try (TapeWriter tape = TapeWriter.create(file, TapeHeader.of(JournalExamples.ES))) {
      writeTrades(tape, 5_000);
    }
    flipBit(file, TapeFormat.PAGE_BYTES + TapeFormat.BLOCK_BYTES + 60);

    int read = 0;
    try (TapeReader tape = TapeReader.open(file, TapeReader.OnDamage.REPORT)) {
      while (tape.next()) {
        read++;
      }

      assertThat(read).isEqualTo(5_000);
      assertThat(tape.damage()).hasSize(1);
    }
  }

  @Test
  void remembersItsInstrumentsAndLineage() {
    TapeHeader header = new TapeHeader(JournalExamples.ES, Map.of("derived-from", "abc"));
    TapeWriter.create(file, header).close();

    try (TapeReader tape = TapeReader.open(file)) {
      assertThat(tape.header()).isEqualTo(header);
      assertThat(tape.next()).isFalse();
    }
  }

  @Test
  void refusesToOverwriteATape() {
    TapeWriter.create(file, TapeHeader.of(JournalExamples.ES)).close();

    assertThatThrownBy(() -> TapeWriter.create(file, TapeHeader.of(JournalExamples.ES)))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("cannot be begun");
  }

  @Test
  void refusesWhatIsNoTape() throws IOException {
    Files.writeString(file, "time,price,size\n".repeat(10));

    assertThatThrownBy(() -> TapeReader.open(file))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("file must be a tape");
    assertThatThrownBy(() -> TapeReader.open(folder.resolve("none.tape")))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("there is none at");
  }

  @Test
  void feedsSeveralTapesWithTheNumbersOfTheRun() {
    Path second = folder.resolve("second.tape");
    for (Path each : List.of(file, second)) {
      try (TapeWriter tape = TapeWriter.create(each, TapeHeader.of(JournalExamples.ES))) {
        EventCursor event = new EventCursor();
        event.trade(0, each.equals(file) ? 1 : 2, 320_000, 3);
        tape.append(event);
      }
    }
    var es = JournalExamples.ES.get(0);
    var other =
        new Instrument(
            "NQH0",
            es.venue(),
            es.sector(),
            es.kind(),
            25,
            1,
            es.multiplier(),
            es.currency(),
            2,
            0,
            es.calendar());
    EventCursor event = new EventCursor();

    try (TapeFeed feed = TapeFeed.of(List.of(file, second), Instruments.of(other, es))) {
      assertThat(feed.next(event)).isTrue();
      assertThat(event.timeNs).isEqualTo(1);
      assertThat(event.instrument).isEqualTo(1);
      assertThat(feed.next(event)).isTrue();
      assertThat(event.timeNs).isEqualTo(2);
      assertThat(feed.next(event)).isFalse();
    }
  }

  private static List<String> writeMixed(TapeWriter tape, int entries) {
    Philox chance = Philox.seeded(11);
    EventCursor event = new EventCursor();
    JournalCodec codec = new JournalCodec();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      switch (chance.nextInt(4)) {
        case 0 -> event.trade(0, i, chance.nextLong(), chance.nextLong());
        case 1 ->
            event.quote(
                0, i, chance.nextLong(), chance.nextLong(), chance.nextLong(), chance.nextLong());
        case 2 ->
            event.bar(
                0,
                chance.nextLong(),
                i,
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong(),
                chance.nextLong());
        default -> {
          var entry = JournalExamples.any(chance);
          tape.append(entry);
          written.add(codec.decode(codec.encode(entry)).toString());
          continue;
        }
      }
      event.flags = chance.nextInt(1 << 16);
      tape.append(event);
      written.add(describe(event));
    }
    return written;
  }

  private static void writeTrades(TapeWriter tape, int trades) {
    EventCursor event = new EventCursor();
    for (int i = 0; i < trades; i++) {
      event.trade(0, i, 320_000 + i, 1);
      tape.append(event);
    }
  }

  private static List<String> readAll(Path file) {
    List<String> read = new ArrayList<>();
    EventCursor event = new EventCursor();
    try (TapeReader tape = TapeReader.open(file)) {
      while (tape.next()) {
        if (tape.isEvent()) {
          tape.event(event);
          read.add(describe(event));
        } else {
          read.add(tape.journal().toString());
        }
      }
    }
    return read;
  }

  private static String describe(EventCursor event) {
    String fields =
        switch (event.kind) {
          case TRADE -> event.price + " " + event.quantity;
          case QUOTE -> event.bid() + " " + event.bidSize() + " " + event.ask() + event.askSize();
          case BAR ->
              "%d %d %d %d %d %d"
                  .formatted(
                      event.startNs,
                      event.price,
                      event.high,
                      event.low,
                      event.close,
                      event.quantity);
        };
    return event.kind + " " + event.timeNs + " " + event.flags + " " + fields;
  }

  private static void flipBit(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 4)).rewind();
      channel.write(one, at);
    }
  }
}
