package quorate.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

class LayersTest {
  private final Parameters parameters = new Parameters();
  private final Philox chance = Philox.seeded(9);
  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());

  @Test
  void aLayerIsSharedByTheGraphsItIsAppliedTo() {
    Mlp mlp = new Mlp(parameters, "actor", List.of(3, 8, 2), Activation.TANH, chance);
    Tensor rows = random(g.input("rows", 2, 3));
    GraphBuilder other = new GraphBuilder(Kernels.fastest());
    Tensor row = other.input("row", 1, 3);
    Tensor all = mlp.apply(g, rows);
    Tensor one = mlp.apply(other, row);
    row.set(Arrays.copyOfRange(rows.values(), 3, 6));

    g.inference().forward();
    other.inference().forward();

    assertThat(one.values()).isEqualTo(Arrays.copyOfRange(all.values(), 2, 4));
    assertThat(parameters.count()).isEqualTo(3 * 8 + 8 + 8 * 2 + 2);
  }

  @Test
  void parametersAreNamedByTheirPathInTheNetwork() {
    new Mlp(parameters, "actor", List.of(3, 8, 2), Activation.TANH, chance);
    Bidirectional.lstm(parameters, "memory", 3, 4, chance);
    var settings = new TransformerEncoder.Settings(1, 4, 2, 6, true, true, 0);
    new TransformerEncoder(parameters, "encoder", settings, DropoutChance.seeded(1), chance);

    assertThat(parameters.list().stream().map(Tensor::name))
        .containsExactly(
            "actor.0.weight",
            "actor.0.bias",
            "actor.1.weight",
            "actor.1.bias",
            "memory.forward.weight",
            "memory.forward.state_weight",
            "memory.forward.bias",
            "memory.backward.weight",
            "memory.backward.state_weight",
            "memory.backward.bias",
            "encoder.0.attention.query.weight",
            "encoder.0.attention.query.bias",
            "encoder.0.attention.key.weight",
            "encoder.0.attention.key.bias",
            "encoder.0.attention.value.weight",
            "encoder.0.attention.value.bias",
            "encoder.0.attention.out.weight",
            "encoder.0.attention.out.bias",
            "encoder.0.attention_norm.weight",
            "encoder.0.attention_norm.bias",
            "encoder.0.first.weight",
            "encoder.0.first.bias",
            "encoder.0.second.weight",
            "encoder.0.second.bias",
            "encoder.0.feed_norm.weight",
            "encoder.0.feed_norm.bias",
            "encoder.norm.weight",
            "encoder.norm.bias");
  }

  @Test
  void aSequenceRunInPiecesIsTheSequenceRunAtOnce() {
    Lstm lstm = new Lstm(parameters, "memory", 3, 5, chance);
    Tensor x = random(g.input("x", 2, 6, 3));
    Tensor zero = g.input("zero", 2, 5);
    Tensor whole = lstm.apply(g, x);
    var first = lstm.apply(g, g.slice(x, 1, 0, 2), zero, zero, null);
    var rest = lstm.apply(g, g.slice(x, 1, 2, 6), first.hidden(), first.cell(), null);
    Tensor pieces = g.join(1, first.steps(), rest.steps());

    g.inference().forward();

    assertThat(pieces.values()).isEqualTo(whole.values());
  }

  @Test
  void aSequenceRunBackwardIsTheTurnedSequenceRunForward() {
    Gru forward = new Gru(parameters, "forward", 2, 3, false, Philox.seeded(1));
    Gru backward = new Gru(parameters, "backward", 2, 3, true, Philox.seeded(1));
    Tensor x = random(g.input("x", 1, 3, 2));
    Tensor turned = g.join(1, g.slice(x, 1, 2, 3), g.slice(x, 1, 1, 2), g.slice(x, 1, 0, 1));
    Tensor one = backward.apply(g, x);
    Tensor other = forward.apply(g, turned);

    g.inference().forward();

    for (int t = 0; t < 3; t++) {
      assertThat(Arrays.copyOfRange(one.values(), 3 * t, 3 * t + 3))
          .isEqualTo(Arrays.copyOfRange(other.values(), 6 - 3 * t, 9 - 3 * t));
    }
  }

  @Test
  void noStepOfACausalEncoderSeesALaterOne() {
    var settings = new TransformerEncoder.Settings(2, 4, 2, 8, true, true, 0);
    var encoder =
        new TransformerEncoder(parameters, "encoder", settings, DropoutChance.seeded(1), chance);
    Tensor x = random(g.input("x", 1, 3, 4));
    float[] past = {1, 0, 0, 1, 1, 0, 1, 1, 1};
    Tensor y = encoder.apply(g, x, g.constant("past", past, 3, 3));
    var graph = g.inference();
    graph.forward();
    float[] before = y.values().clone();

    x.values()[11] += 1;
    graph.forward();

    assertThat(Arrays.copyOf(y.values(), 8)).isEqualTo(Arrays.copyOf(before, 8));
    assertThat(y.values()[8]).isNotEqualTo(before[8]);
  }

  @Test
  void anEncoderIsUnsureWhileItsDropoutIsOnAndSureWhenOff() {
    DropoutChance dropping = DropoutChance.seeded(4);
    var settings = new TransformerEncoder.Settings(1, 4, 2, 8, false, false, 0.3f);
    var encoder = new TransformerEncoder(parameters, "encoder", settings, dropping, chance);
    Tensor row = random(g.input("x", 3, 4));
    Tensor y = encoder.apply(g, new Dropout(0.5f, dropping).apply(g, g.repeat(row, 2)));
    var graph = g.inference();

    graph.forward();
    assertThat(Arrays.copyOf(y.values(), 12)).isNotEqualTo(Arrays.copyOfRange(y.values(), 12, 24));

    dropping.switchOff();
    graph.forward();
    assertThat(Arrays.copyOf(y.values(), 12)).isEqualTo(Arrays.copyOfRange(y.values(), 12, 24));
  }

  @Test
  void poolingLeavesOutWhatItsMaskHides() {
    var pooling = new AttentionPooling(parameters, "pool", 2, 3, chance);
    Tensor x = random(g.input("x", 1, 3, 2));
    Tensor mask = g.constant("mask", new float[] {0, 1, 0}, 1, 3);
    Tensor y = pooling.apply(g, x, mask);

    g.inference().forward();

    assertThat(y.values()).isEqualTo(Arrays.copyOfRange(x.values(), 2, 4));
  }

  @Test
  void layersRefuseWhatDoesNotFit() {
    Tensor x = g.input("x", 2, 6);

    assertThatThrownBy(() -> new Lstm(parameters, "a", 3, 5, chance).apply(g, x))
        .hasMessageStartingWith("lstm needs x of [batch][steps][in]")
        .hasMessageEndingWith("but was given 2×6 and 3×20");
    assertThatThrownBy(() -> new LayerNorm(parameters, "b", 5).apply(g, x))
        .hasMessageEndingWith("but was given 2×6, 5 and 5");
    assertThatThrownBy(() -> new Conv1d(parameters, "c", 3, 4, 3, 1, 0, chance).apply(g, x))
        .hasMessageEndingWith("but was given 2×6 and 3×3×4");
    assertThatThrownBy(() -> new AttentionPooling(parameters, "d", 6, 3, chance).apply(g, x))
        .hasMessage("attention pooling needs x of [batch][steps][width], but was given 2×6");
    assertThatThrownBy(() -> new TransformerEncoder.Settings(1, 6, 4, 8, true, true, 0))
        .hasMessageContaining("a width that its heads divide");
  }

  private static Tensor random(Tensor tensor) {
    RandomGenerator numbers = Philox.seeded(6);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) numbers.nextGaussian();
    }
    return tensor;
  }
}
