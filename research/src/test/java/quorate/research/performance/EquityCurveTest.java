package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EquityCurveTest {
  @Test
  void givesTheLastMarkAtOrBeforeATime() {
    EquityCurve curve =
        EquityCurve.of(new long[] {10, 20, 20, 30}, new double[] {1, 2, 3, 4}, new double[4]);

    assertThat(curve.equityAt(5)).isEqualTo(1);
    assertThat(curve.equityAt(10)).isEqualTo(1);
    assertThat(curve.equityAt(19)).isEqualTo(1);
    assertThat(curve.equityAt(20)).isEqualTo(3);
    assertThat(curve.equityAt(99)).isEqualTo(4);
  }

  @Test
  void recordsMoreThanItsFirstRoom() {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    for (int i = 0; i < 5000; i++) {
      recorder.mark(i, i + 1, i);
    }

    EquityCurve curve = recorder.curve();

    assertThat(curve.size()).isEqualTo(5000);
    assertThat(curve.last()).isEqualTo(5000);
    assertThat(curve.exposure(4999)).isEqualTo(4999);
  }

  @Test
  void keepsTheLastOfSeveralMarksAtOneTime() {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(10, 100, 0);
    recorder.mark(20, 109, 50);
    recorder.mark(20, 100, 60);
    recorder.mark(30, 101, 0);

    EquityCurve curve = recorder.curve();

    assertThat(curve.times()).containsExactly(10, 20, 30);
    assertThat(curve.equities()).containsExactly(100, 100, 101);
    assertThat(curve.exposure(1)).isEqualTo(60);
    assertThat(Drawdown.deepest(curve)).isEmpty();
  }

  @Test
  void keepsTheStartingCapitalBesideAMarkOfItsTime() {
    EquityCurve curve =
        EquityCurve.of(new long[] {10, 10, 10}, new double[] {100, 90, 95}, new double[3]);

    assertThat(curve.initial()).isEqualTo(100);
    assertThat(curve.last()).isEqualTo(95);
    assertThat(curve.size()).isEqualTo(2);
  }

  @Test
  void refusesMarksThatCannotBe() {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(10, 100, 0);

    assertThatThrownBy(() -> recorder.mark(9, 100, 0))
        .hasMessage("marks must be in order of time, but 9 came after 10 (mark 1)");
    assertThatThrownBy(() -> recorder.mark(11, Double.NaN, 0))
        .hasMessage("equity must be finite and positive at first, but was NaN (mark 1)");
    assertThatThrownBy(() -> recorder.mark(11, 100, -1))
        .hasMessage("exposure must be finite and 0 or more, but was -1.0 (mark 1)");
    assertThatThrownBy(() -> EquityCurve.recorder().mark(0, 0, 0))
        .hasMessage("equity must be finite and positive at first, but was 0.0 (mark 0)");
    assertThatThrownBy(() -> EquityCurve.recorder().curve())
        .hasMessageContaining("at least 1 mark");
  }
}
