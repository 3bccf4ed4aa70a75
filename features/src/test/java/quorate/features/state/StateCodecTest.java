package quorate.features.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StateCodecTest {

  @Test
  void keepsEveryBit() {
    Sample saved = new Sample("a");
    saved.real = Double.longBitsToDouble(0x7ff8_0000_dead_beefL); // a NaN with a payload
    saved.whole = Long.MIN_VALUE;
    saved.flag = true;
    for (int i = 0; i < saved.reals.length; i++) {
      saved.reals[i] = i % 2 == 0 ? -0.0 : Math.PI * i;
    }

    Sample loaded = new Sample("a");
    StateCodec.load(StateCodec.save(saved), loaded);

    assertThat(Double.doubleToRawLongBits(loaded.real)).isEqualTo(0x7ff8_0000_dead_beefL);
    assertThat(loaded.whole).isEqualTo(Long.MIN_VALUE);
    assertThat(loaded.flag).isTrue();
    assertThat(loaded.reals).isEqualTo(saved.reals);
  }

  @Test
  void refusesTheStateOfSomethingElse() {
    byte[] state = StateCodec.save(new Sample("a"));

    assertThatThrownBy(() -> StateCodec.load(state, new Sample("b")))
        .hasMessage("state must be of \"b\", but was of \"a\"");
    assertThatThrownBy(() -> StateCodec.load(new byte[20], codec -> codec.whole(0)))
        .hasMessage("state must be 8 bytes long, but was 20; it was saved by something else");
    assertThatThrownBy(() -> StateCodec.load(new byte[20], new Sample("b")))
        .hasMessage("state must be of \"b\", but was of \"\"");
  }

  @Test
  void refusesAStateThatWasCutShort() {
    byte[] state = StateCodec.save(new Sample("a"));
    byte[] cut = java.util.Arrays.copyOf(state, state.length - 3);

    assertThatThrownBy(() -> StateCodec.load(cut, new Sample("a")))
        .hasMessage(
            "state must be longer than %d bytes; it was cut short or saved by something else"
                .formatted(cut.length));
  }

  private static final class Sample implements Stateful {
    private final String name;
    private final double[] reals = new double[100];
    private double real;
    private long whole;
    private boolean flag;

    Sample(String name) {
      this.name = name;
    }

    @Override
    public void state(StateCodec codec) {
      codec.mark(name);
      real = codec.real(real);
      whole = codec.whole(whole);
      flag = codec.flag(flag);
      codec.reals(reals);
    }
  }
}
