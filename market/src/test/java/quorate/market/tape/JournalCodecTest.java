package quorate.market.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import quorate.domain.JournalEntry;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;

class JournalCodecTest {
  private final JournalCodec codec = new JournalCodec();

  @Test
  void writingAndReadingIsIdentityForEveryKind() {
    for (int kind = 0; kind < JournalExamples.KINDS; kind++) {
      int each = kind;
      ForAll.cases(
          200,
          kind,
          chance -> JournalExamples.ofKind(each, chance),
          entry -> assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry));
    }
  }

  @Test
  void writesTheSameEntryAsTheSameBytes() {
    JournalEntry entry = JournalExamples.any(Philox.seeded(1));

    ByteBuffer first = ByteBuffer.allocate(4096).put(codec.encode(entry)).flip();

    assertThat(codec.encode(entry)).isEqualTo(first);
  }

  @Test
  void fillsWholeWordsAndSaysHowMany() {
    ForAll.cases(
        500,
        2,
        JournalExamples::any,
        entry -> {
          ByteBuffer bytes = codec.encode(entry);

          assertThat(bytes.remaining() % 8).isZero();
          assertThat(TapeFormat.words(bytes.getLong(0)) * 8).isEqualTo(bytes.remaining());
        });
  }

  @Test
  void cutsATextThatIsTooLongAtACharacter() {
    String endless = "Ω".repeat(5000);

    JournalEntry read =
        codec.decode(codec.encode(new JournalEntry.OrderRejected(1, 2, "x" + endless)));

    // 4096 bytes hold one x and 2047 two-byte letters; the half letter at the end goes.
    assertThat(read)
        .isEqualTo(new JournalEntry.OrderRejected(1, 2, "x" + endless.substring(0, 2047)));
  }

  @Test
  void refusesBytesThatAreNoEntry() {
    ByteBuffer nonsense = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 99);

    assertThatThrownBy(() -> codec.decode(nonsense))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("kind must be from 16 to 29, but was 99");
  }
}
