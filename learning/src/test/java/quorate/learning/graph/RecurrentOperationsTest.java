package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static quorate.learning.graph.GradientCheck.check;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;

class RecurrentOperationsTest {
  private static final float[] STARTS = {0, 0, 1, 0, 1, 0, 0, 1};

  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());

  @Test
  void aStepOfLstmIsTheDefinition() {
    Tensor x = g.constant("x", new float[] {1}, 1, 1, 1);
    Tensor weight = g.constant("weight", new float[] {0.1f, 0.2f, 0.3f, 0.4f}, 1, 4);
    Tensor stateWeight = g.constant("state", new float[] {0.5f, -0.5f, 0.25f, 1}, 1, 4);
    Tensor bias = g.constant("bias", new float[] {0, 1, 0, -1}, 4);
    LstmStates states =
        g.recurrent()
            .lstm(
                x,
                weight,
                stateWeight,
                bias,
                g.constant("h", new float[] {2}, 1, 1),
                g.constant("c", new float[] {3}, 1, 1),
                null,
                false);

    g.inference().forward();

    double cell = sigmoid(0.1 + 1) * Math.tanh(0.3 + 0.5) + sigmoid(0.2 - 1 + 1) * 3;
    double hidden = sigmoid(0.4 + 2 - 1) * Math.tanh(cell);
    assertThat(states.cell().value()).isCloseTo((float) cell, within(1e-6f));
    assertThat(states.hidden().value()).isCloseTo((float) hidden, within(1e-6f));
    assertThat(states.steps().value()).isEqualTo(states.hidden().value());
  }

  @Test
  void aStepOfGruIsTheDefinition() {
    Tensor x = g.constant("x", new float[] {1}, 1, 1, 1);
    Tensor weight = g.constant("weight", new float[] {0.1f, 0.2f, 0.3f}, 1, 3);
    Tensor stateWeight = g.constant("state", new float[] {0.5f, -0.5f, 0.25f}, 1, 3);
    Tensor bias = g.constant("bias", new float[] {0, 1, 0}, 3);
    Tensor stateBias = g.constant("state bias", new float[] {0.1f, 0, 0.7f}, 3);
    Tensor hidden = g.constant("h", new float[] {2}, 1, 1);
    GruStates states =
        g.recurrent().gru(x, weight, stateWeight, bias, stateBias, hidden, null, false);

    g.inference().forward();

    double reset = sigmoid(0.1 + 1 + 0.1);
    double update = sigmoid(0.2 + 1 - 1);
    double fresh = Math.tanh(0.3 + reset * (0.5 + 0.7));
    assertThat(states.hidden().value())
        .isCloseTo((float) ((1 - update) * fresh + update * 2), within(1e-6f));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void lstmPassesGradientsBackThroughTime() {
    for (boolean reversed : new boolean[] {false, true}) {
      check((h, x) -> together(h, lstm(h, x, false, reversed)), -1, 1, LSTM);
    }
    check((h, x) -> together(h, lstm(h, x, true, false)), -1, 1, LSTM);
  }

  @Test
  void gruPassesGradientsBackThroughTime() {
    for (boolean reversed : new boolean[] {false, true}) {
      check((h, x) -> together(h, gru(h, x, false, reversed)), -1, 1, GRU);
    }
    check((h, x) -> together(h, gru(h, x, true, false)), -1, 1, GRU);
  }

  private static final int[][] LSTM = {{2, 4, 3}, {3, 20}, {5, 20}, {20}, {2, 5}, {2, 5}};
  private static final int[][] GRU = {{2, 4, 3}, {3, 15}, {5, 15}, {15}, {15}, {2, 5}};

  private static LstmStates lstm(
      GraphBuilder h, List<Tensor> x, boolean starting, boolean reversed) {
    Tensor starts = starting ? h.constant("starts", STARTS, 2, 4) : null;
    return h.recurrent()
        .lstm(x.get(0), x.get(1), x.get(2), x.get(3), x.get(4), x.get(5), starts, reversed);
  }

  private static GruStates gru(GraphBuilder h, List<Tensor> x, boolean starting, boolean reversed) {
    Tensor starts = starting ? h.constant("starts", STARTS, 2, 4) : null;
    return h.recurrent()
        .gru(x.get(0), x.get(1), x.get(2), x.get(3), x.get(4), x.get(5), starts, reversed);
  }

  private static Tensor together(GraphBuilder h, LstmStates states) {
    return h.join(0, h.reshape(states.steps(), 8, 5), states.hidden(), states.cell());
  }

  private static Tensor together(GraphBuilder h, GruStates states) {
    return h.join(0, h.reshape(states.steps(), 8, 5), states.hidden());
  }

  @Test
  void aSequenceThatStartsAnewForgetsWhatWasBefore() {
    float[] all = run(new float[] {0, 0, 1, 0}, 4, 0);
    float[] rest = run(new float[] {1, 0}, 2, 2);

    assertThat(Arrays.copyOfRange(all, 10, 20)).isEqualTo(rest);
    assertThat(run(new float[] {0, 0, 0, 0}, 4, 0)).isNotEqualTo(all);
  }

  /// The hidden states of one sequence of 5 numbers a step whose first steps are left out.
  private static float[] run(float[] starts, int steps, int left) {
    GraphBuilder h = new GraphBuilder(Kernels.fastest());
    Philox chance = Philox.seeded(3);
    Tensor[] x = new Tensor[6];
    for (int i = 1; i < 6; i++) {
      x[i] = h.input("x" + i, i < 4 ? LSTM[i] : new int[] {1, 5});
      random(chance, x[i].values());
    }
    float[] whole = new float[12];
    random(chance, whole);
    x[0] = h.constant("x", Arrays.copyOfRange(whole, 3 * left, 3 * left + 3 * steps), 1, steps, 3);
    Tensor mask = h.constant("starts", starts, 1, steps);
    Tensor y = h.recurrent().lstm(x[0], x[1], x[2], x[3], x[4], x[5], mask, false).steps();
    h.inference().forward();
    return y.values();
  }

  private static void random(Philox chance, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) chance.nextGaussian();
    }
  }

  @Test
  void aStateThatDoesNotFitIsRefused() {
    Tensor x = g.input("x", 2, 4, 3);
    Tensor weight = g.input("weight", 3, 20);
    Tensor stateWeight = g.input("state", 5, 20);
    Tensor bias = g.input("bias", 20);
    Tensor state = g.input("hidden", 1, 5);

    assertThatThrownBy(
            () -> g.recurrent().lstm(x, weight, stateWeight, bias, state, state, null, false))
        .hasMessage("lstm needs a hidden state of 2×5, but was given 1×5");
    assertThatThrownBy(
            () -> g.recurrent().gru(x, weight, stateWeight, bias, bias, state, null, false))
        .hasMessageStartingWith("gru needs a weight of [in][3·size]")
        .hasMessageEndingWith("but was given 3×20 and 5×20");
    assertThatThrownBy(() ->
            g.recurrent()
                .lstm(
                    x,
                    weight,
                    stateWeight,
                    bias,
                    g.input("hidden", 2, 5),
                    g.input("cell", 2, 5),
                    g.input("starts", 2, 4),
                    true))
        .hasMessage("lstm needs its steps in order to start anew among them, but was reversed");
  }
}
