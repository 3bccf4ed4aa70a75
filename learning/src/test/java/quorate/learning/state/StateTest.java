package quorate.learning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class StateTest {
  @Test
  void givesBackEveryBitOfWhatWasWritten() {
    float oddNaN = Float.intBitsToFloat(0x7FC0_1234);

    StateReader in =
        written(out -> {
          out.mark("here");
          out.flag(true);
          out.number(-7);
          out.number(Long.MIN_VALUE + 1);
          out.number(oddNaN);
          out.number(-0.0);
          out.text("γ = ½");
          out.number(Math.PI);
        });

    in.mark("here");
    assertThat(in.flag()).isTrue();
    assertThat(in.integer()).isEqualTo(-7);
    assertThat(in.longInteger()).isEqualTo(Long.MIN_VALUE + 1);
    assertThat(Float.floatToRawIntBits(in.single())).isEqualTo(0x7FC0_1234);
    assertThat(Double.doubleToRawLongBits(in.real())).isEqualTo(Long.MIN_VALUE);
    assertThat(in.text()).isEqualTo("γ = ½");
    assertThat(in.real()).isEqualTo(Math.PI);
  }

  @Test
  void givesBackArraysOfAnyLength() {
    for (int length : new int[] {0, 1, 5, 4096, 16_384, 50_001}) {
      Philox chance = Philox.seeded(length);
      byte[] bytes = new byte[length];
      chance.nextBytes(bytes);
      int[] ints = chance.ints(length).toArray();
      long[] longs = chance.longs(length).toArray();
      double[] doubles = chance.doubles(length).toArray();
      float[] floats = new float[length];
      for (int i = 0; i < length; i++) {
        floats[i] = chance.nextFloat();
      }

      StateReader in =
          written(out -> {
            out.flag(true); // so that numbers straddle the writer's chunks
            out.numbers(bytes);
            out.numbers(ints);
            out.numbers(longs);
            out.numbers(floats);
            out.numbers(doubles);
            out.mark("end");
          });
      in.flag();

      byte[] bytesRead = new byte[length];
      int[] intsRead = new int[length];
      long[] longsRead = new long[length];
      float[] floatsRead = new float[length];
      double[] doublesRead = new double[length];
      in.numbers(bytesRead);
      in.numbers(intsRead);
      in.numbers(longsRead);
      in.numbers(floatsRead);
      in.numbers(doublesRead);
      in.mark("end");
      assertThat(bytesRead).isEqualTo(bytes);
      assertThat(intsRead).isEqualTo(ints);
      assertThat(longsRead).isEqualTo(longs);
      assertThat(floatsRead).isEqualTo(floats);
      assertThat(doublesRead).isEqualTo(doubles);
    }
  }

  @Test
  void letsAGeneratorGoOnWhereItWas() {
    Philox chance = Philox.seeded(3);
    chance.nextLong();

    Philox resumed = written(out -> out.generator(chance)).generator();

    assertThat(resumed.nextLong()).isEqualTo(chance.nextLong());
  }

  @Test
  void refusesTheStateOfSomethingElse() {
    StateReader in =
        written(out -> {
          out.mark("weights");
          out.mark("buffer");
        });

    in.mark("weights");
    assertThatThrownBy(() -> in.mark("optimiser"))
        .isInstanceOf(StateException.class)
        .hasMessage(
            "a saved state must have \"optimiser\" after \"weights\", but had \"buffer\": it is the"
                + " state of something else");
  }

  @Test
  void refusesNumbersWhereAMarkShouldBe() {
    StateReader in = written(out -> out.number(0x0400_FFFF_FFFFL));

    assertThatThrownBy(() -> in.mark("weights"))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("after the beginning");
  }

  @Test
  void refusesAStateCutShort() {
    byte[] whole =
        bytes(out -> {
          out.mark("weights");
          out.numbers(new float[100]);
        });

    for (int length = 0; length < whole.length; length++) {
      StateReader in = StateReader.from(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
      assertThatThrownBy(
              () -> {
                in.mark("weights");
                in.numbers(new float[100]);
              })
          .isInstanceOf(StateException.class)
          .hasMessageContaining("a saved state must not be cut short, but it ended after");
    }
  }

  @Test
  void refusesAnArrayOfAnotherLength() {
    StateReader in =
        written(out -> {
          out.mark("moments");
          out.numbers(new double[4]);
        });

    in.mark("moments");
    assertThatThrownBy(() -> in.numbers(new double[3]))
        .isInstanceOf(StateException.class)
        .hasMessage(
            "a saved array after \"moments\" must have 3 numbers, but had 4: it was saved with"
                + " other sizes");
  }

  private static StateReader written(Consumer<StateWriter> writing) {
    return StateReader.from(new ByteArrayInputStream(bytes(writing)));
  }

  private static byte[] bytes(Consumer<StateWriter> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      writing.accept(out);
    }
    return bytes.toByteArray();
  }
}
