package quorate.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTypeTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1L << 24, -(1L << 24), 1L << 62, Long.MIN_VALUE, (1L << 25) + 4})
  void wholeNumbersWithAFloatAreExact(long value) {
    float read = ElementType.I64.next(ByteBuffer.allocate(8).putLong(0, value));

    assertThat((double) read).isEqualTo((double) value);
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 24) + 1, -(1L << 24) - 1, Long.MAX_VALUE, Long.MIN_VALUE + 1})
  void wholeNumbersWithoutAFloatAreRefused(long value) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ElementType.I64.next(ByteBuffer.allocate(8).putLong(0, value)))
        .withMessageStartingWith(Long.toString(value));
  }

  @Test
  void doublesAreRoundedToTheNearest() {
    ByteBuffer third = ByteBuffer.allocate(8).putDouble(0, 1.0 / 3);

    assertThat(ElementType.F64.next(third)).isEqualTo(1f / 3);
  }

  @Test
  void halvesAreExact() {
    assertThat(ElementType.F16.next(ByteBuffer.allocate(2).putShort(0, (short) 0xC000)))
        .isEqualTo(-2f);
    assertThat(ElementType.BF16.next(ByteBuffer.allocate(2).putShort(0, (short) 0xC040)))
        .isEqualTo(-3f);
  }
}
