package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.Instruments;

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
    try (TapeWriter tape = TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES))) {
      written.addAll(TapeExamples.writeMixed(tape, 20_000));
      tape.seal();
    }

    assertThat(TapeExamples.readAll(file)).isEqualTo(written);
  }

  @Test
  void rollsIntoSegmentsAndReadsThemAsOne() {
    List<String> written = new ArrayList<>();
    long fourBlocks = 4 * TapeFormat.BLOCK_BYTES;
    try (TapeWriter tape =
        TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES), fourBlocks)) {
      written.addAll(TapeExamples.writeMixed(tape, 20_000));
      tape.seal();
    }

    assertThat(Files.exists(TapeFormat.segment(file, 3))).isTrue();
    assertThat(TapeExamples.readAll(file)).isEqualTo(written);
  }

  @Test
  void writesTheSameEntriesAsTheSameBytes() throws IOException {
    Path again = folder.resolve("again.tape");
    for (Path each : List.of(file, again)) {
      try (TapeWriter tape = TapeWriter.journal(each, TapeHeader.of(JournalExamples.ES))) {
        TapeExamples.writeMixed(tape, 3_000);
        tape.seal();
      }
    }

    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
  }

  /// The writer is not closed, as when its process dies: the pages are the operating system's.
  @Test
  void losesNothingWhenTheWriterDies() throws IOException {
    TapeWriter dying = TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES));
    List<String> written = TapeExamples.writeMixed(dying, 5_000);
    Path found = folder.resolve("found.tape");
    Files.copy(file, found);

    List<String> read = TapeExamples.readAll(found);

    assertThat(read).isEqualTo(written);
    dying.close();
  }

  @Test
  void remembersItsInstrumentsAndLineage() {
    TapeHeader header = new TapeHeader(JournalExamples.ES, Map.of("derived-from", "abc"));
    try (TapeWriter tape = TapeWriter.journal(file, header)) {
      tape.seal();
    }

    try (TapeReader tape = TapeReader.open(file)) {
      assertThat(tape.header()).isEqualTo(header);
      assertThat(tape.next()).isFalse();
    }
  }

  @Test
  void refusesToOverwriteATape() {
    TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES)).close();

    assertThatThrownBy(() -> TapeWriter.journal(file, TapeHeader.of(JournalExamples.ES)))
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
      try (TapeWriter tape = TapeWriter.journal(each, TapeHeader.of(JournalExamples.ES))) {
        EventCursor event = new EventCursor();
        event.trade(0, each.equals(file) ? 1 : 2, 320_000, 3);
        tape.append(event);
        tape.seal();
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
}
