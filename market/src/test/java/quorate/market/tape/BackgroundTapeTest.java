package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.OrderAccepted;

class BackgroundTapeTest {
  @TempDir Path folder;

  /// 50,000 entries are more than the whole ring of 32 batches of 1,024, and a part.
  @Test
  void writesTheSameBytesAsTheTapeItself() throws IOException {
    Path here = folder.resolve("here.tape");
    Path background = folder.resolve("background.tape");

    try (Tape one = TapeWriter.record(here, header());
        Tape other = BackgroundTape.over(TapeWriter.record(background, header()))) {
      for (int i = 0; i < 50_000; i++) {
        one.append(new OrderAccepted(i, 7L * i));
        other.append(new OrderAccepted(i, 7L * i));
      }
      one.seal();
      other.seal();
    }

    assertThat(Files.mismatch(here, background)).isEqualTo(-1);
  }

  @Test
  void keepsMarketEventsAtTheirPlaceAmongTheEntries() {
    Recording recording = new Recording();
    EventCursor event = new EventCursor();
    event.trade(0, 5, 320_000, 1);

    try (Tape tape = BackgroundTape.over(recording)) {
      tape.append(new OrderAccepted(4, 1));
      tape.append(event);
      tape.append(new OrderAccepted(6, 2));
    }

    assertThat(recording.said).containsExactly("order 1", "trade at 5", "order 2", "closed");
  }

  @Test
  void forcesOnlyWhatIsWritten() {
    Recording recording = new Recording();
    try (Tape tape = BackgroundTape.over(recording)) {
      tape.append(new OrderAccepted(4, 1));

      tape.force();

      assertThat(recording.said).containsExactly("order 1", "forced");
    }
  }

  @Test
  void sealsOnlyWhatIsWrittenAndOnlyWhenAsked() {
    Recording recording = new Recording();
    try (Tape tape = BackgroundTape.over(recording)) {
      tape.append(new OrderAccepted(4, 1));

      tape.seal();

      assertThat(recording.said).containsExactly("order 1", "sealed");
    }
    assertThat(recording.said).containsExactly("order 1", "sealed", "closed");
  }

  @Test
  void neverSealsWhatCouldNotBeWrittenAndSaysSoOnce() {
    Recording recording = new Recording();
    recording.failure = new TapeException("the disk is full");

    assertThatThrownBy(
            () -> {
              try (Tape tape = BackgroundTape.over(recording)) {
                tape.append(new OrderAccepted(4, 1));
                tape.seal();
              }
            })
        .hasMessage("the disk is full")
        .hasNoSuppressedExceptions();
    assertThat(recording.said).containsExactly("closed");
  }

  @Test
  void saysWhatWentWrongWhenItIsClosedAndClosesNevertheless() {
    Recording recording = new Recording();
    recording.failure = new TapeException("the disk is full");
    Tape tape = BackgroundTape.over(recording);
    tape.append(new OrderAccepted(4, 1));

    assertThatThrownBy(tape::close)
        .isInstanceOf(TapeException.class)
        .hasMessage("the disk is full");
    assertThat(recording.said).containsExactly("closed");
  }

  @Test
  void stopsTheLoopSoonAfterWritingHasFailed() {
    Recording recording = new Recording();
    recording.failure = new TapeException("the disk is full");
    Tape tape = BackgroundTape.over(recording);

    // A ring of 32 batches is full once the first has failed, and the next hand-over says so.
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 33 * 1_024; i++) {
                tape.append(new OrderAccepted(i, i));
              }
            })
        .hasMessage("the disk is full");
  }

  @Test
  void staysInterruptedAfterItHasWaited() {
    Recording recording = new Recording();
    try (Tape tape = BackgroundTape.over(recording)) {
      tape.append(new OrderAccepted(4, 1));
      Thread.currentThread().interrupt();

      tape.force();

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(recording.said).contains("order 1");
  }

  private static TapeHeader header() {
    return TapeHeader.of(JournalExamples.ES);
  }

  private static final class Recording implements Tape {
    private final List<String> said = new ArrayList<>();
    private @Nullable TapeException failure;

    @Override
    public void append(EventCursor event) {
      said.add("trade at " + event.timeNs);
    }

    @Override
    public void append(JournalEntry entry) {
      if (failure != null) {
        throw failure;
      }
      said.add("order " + ((OrderAccepted) entry).orderId());
    }

    @Override
    public void force() {
      said.add("forced");
    }

    @Override
    public void seal() {
      said.add("sealed");
    }

    @Override
    public void close() {
      said.add("closed");
    }
  }
}
