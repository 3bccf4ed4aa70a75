package quorate.learning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final byte[] ONE = Records.frame(new byte[] {1, 2, 3});
  private static final byte[] TWO = Records.frame(new byte[0]);

  @Test
  void whatWasFramedIsUnframed() {
    assertThat(Records.unframe(joined(ONE, TWO, ONE)))
        .containsExactly(new byte[] {1, 2, 3}, new byte[0], new byte[] {1, 2, 3});
  }

  @Test
  void aTornTailIsLeftOut() {
    byte[] whole = joined(TWO, ONE);
    for (int length = TWO.length; length < whole.length; length++) {
      assertThat(Records.unframe(Arrays.copyOf(whole, length)))
          .as("%d bytes", length)
          .containsExactly(new byte[0]);
    }
  }

  @Test
  void zerosThatAFileSystemLeftAtTheEndAreLeftOut() {
    assertThat(Records.unframe(Arrays.copyOf(ONE, ONE.length + 4096))).hasSize(1);
  }

  @Test
  void aToppledByteIsRefusedWithItsPlace() {
    byte[] whole = joined(TWO, ONE, TWO);
    for (int at = TWO.length; at < TWO.length + ONE.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;

      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> Records.unframe(damaged))
          .withMessageContaining("at byte " + TWO.length);
    }
  }

  private static byte[] joined(byte[]... parts) {
    byte[] whole = new byte[0];
    for (byte[] part : parts) {
      int at = whole.length;
      whole = Arrays.copyOf(whole, at + part.length);
      System.arraycopy(part, 0, whole, at, part.length);
    }
    return whole;
  }
}
