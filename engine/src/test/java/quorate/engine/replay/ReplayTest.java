package quorate.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.settings.Settings;
import quorate.engine.Example;
import quorate.engine.Progress;
import quorate.engine.playbook.Playbook;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeReader;
import quorate.market.tape.TapeWriter;

class ReplayTest {
  private static final int TRADES = 3_000;

  @TempDir Path folder;
  private Path tape;

  @BeforeEach
  void recordARun() {
    tape = folder.resolve("run.tape");
    record(Example.playbook());
  }

  private void record(Playbook playbook) {
    try (TapeWriter writer = TapeWriter.record(tape, TapeHeader.of(Instruments.of(Example.BTC)))) {
      Example.session(playbook)
          .run(Example.walk(TRADES), Example.inputs(TRADES), writer, Progress.none());
    }
  }

  @Test
  void findsThatARunRepeatsBitForBit() {
    Replay.Outcome outcome = replay(Example.playbook(), TRADES);

    assertThat(outcome.isSame()).isTrue();
    assertThat(outcome.compared()).isGreaterThan(1_000);
  }

  @Test
  void findsThatARunWithBracketsRepeatsBitForBit() {
    tape = folder.resolve("brackets.tape");
    record(Example.bracketed());

    Replay.Outcome outcome = replay(Example.bracketed(), TRADES);
    Replay.Outcome without = replay(Example.playbook(), TRADES);

    assertThat(outcome.isSame()).isTrue();
    assertThat(outcome.compared()).isGreaterThan(1_000);
    assertThat(without.isSame()).isFalse();
  }

  @Test
  void reportsAFlippedBitInARecordedOutput() throws IOException {
    long fill = flipABitOfTheFirstFill();

    Replay.Outcome outcome = replay(Example.playbook(), TRADES);

    assertThat(outcome.isSame()).isFalse();
    assertThat(outcome.damage()).hasSize(1);
    Divergence divergence = outcome.divergence().orElseThrow();
    assertThat(divergence.entry()).isEqualTo(fill);
    assertThat(divergence.recorded().orElseThrow()).startsWith("OrderFilled");
    assertThat(divergence.replayed().orElseThrow()).startsWith("OrderFilled");
    assertThat(divergence.recorded()).isNotEqualTo(divergence.replayed());
  }

  /// The rule that is changed stands for a changed rule in the code: one tick more slippage.
  @Test
  void reportsAChangedRuleWithTheFirstEntryThatDiffers() {
    Map<String, Object> settings = Example.settings();
    settings.put("execution", Map.of("participation", "unlimited", "slippage_ticks", "2"));

    Replay.Outcome outcome = replay(Playbook.from(Settings.of(settings)), TRADES);

    Divergence divergence = outcome.divergence().orElseThrow();
    assertThat(outcome.damage()).isEmpty();
    assertThat(divergence.recorded().orElseThrow()).startsWith("OrderFilled");
    assertThat(divergence.text())
        .contains("recorded: OrderFilled")
        .contains("replayed: OrderFilled");
  }

  @Test
  void reportsARecordingThatEndsTooEarlyOrTooLate() {
    Divergence tooMuch = replay(Example.playbook(), TRADES + 10).divergence().orElseThrow();
    Divergence tooLittle = replay(Example.playbook(), TRADES - 10).divergence().orElseThrow();

    assertThat(tooMuch.recorded().orElseThrow()).isNotEqualTo(tooMuch.replayed().orElseThrow());
    assertThat(tooLittle.recorded().orElseThrow()).isNotEqualTo(tooLittle.replayed().orElseThrow());
  }

  @Test
  void readsTheInputsOfARun() {
    assertThat(Replay.inputs(tape)).isEqualTo(Example.inputs(TRADES));
  }

  private Replay.Outcome replay(Playbook playbook, int trades) {
    return Replay.run(
        tape,
        Example.session(playbook),
        Example.walk(trades),
        Example.inputs(TRADES),
        Progress.none());
  }

  /// Finds the first fill by its bytes, flips a bit of its price, and gives its number.
  private long flipABitOfTheFirstFill() throws IOException {
    @Nullable ByteBuffer bytes = null;
    long number = -1;
    try (TapeReader reader = TapeReader.open(tape)) {
      while (bytes == null && reader.next()) {
        if (reader.journal() instanceof OrderFilled) {
          bytes = reader.bytes();
          number = reader.sequence();
        }
      }
    }
    try (FileChannel file =
        FileChannel.open(tape, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer whole = ByteBuffer.allocate((int) file.size());
      file.read(whole, 0);
      long at = indexOf(whole.array(), Objects.requireNonNull(bytes).array());
      // Header 16, order 8, instrument 4, side 1, time 8: the price begins at 37.
      ByteBuffer one = ByteBuffer.wrap(new byte[] {(byte) (whole.get((int) at + 37) ^ 1)});
      file.write(one, at + 37);
    }
    return number;
  }

  private static long indexOf(byte[] whole, byte[] part) {
    for (int i = 0; i + part.length <= whole.length; i += 8) {
      if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("the fill must be on the tape");
  }
}
