package quorate.learning.layer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.BitsCheck;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Parameters;

/// Every layer gives the same bits one by one, on vectors and by a team, both ways.
@Tag("widths")
class SameBitsOfLayersTest {
  private interface Declaration {
    Layer declare(Parameters parameters, int width, Philox chance);
  }

  /// From `[11][24][width]`.
  private static final Map<String, Declaration> LAYERS =
      Map.of(
          "linear",
          (p, width, chance) -> new Linear(p, "x", width, 34, Activation.SIGMOID, chance),
          "mlp",
          (p, width, chance) -> new Mlp(p, "x", List.of(width, 70, 64, 2), Activation.TANH, chance),
          "layer norm",
          (p, width, chance) -> new LayerNorm(p, "x", width),
          "convolution",
          (p, width, chance) -> new Conv1d(p, "x", 24, 33, 3, 1, 1, chance),
          "lstm both ways",
          (p, width, chance) -> Bidirectional.lstm(p, "x", width, width, chance),
          "gru both ways",
          (p, width, chance) -> Bidirectional.gru(p, "x", width, width, chance),
          "attention pooling",
          (p, width, chance) -> new AttentionPooling(p, "x", width, 32, chance),
          "dropout",
          (p, width, chance) -> new Dropout(0.2f, DropoutChance.seeded(3)),
          "Transformer, norms first",
          (p, width, chance) -> encoder(p, width, true, chance),
          "Transformer, norms last",
          (p, width, chance) -> encoder(p, width, false, chance));

  private static Layer encoder(Parameters p, int width, boolean normFirst, Philox chance) {
    return new TransformerEncoder(
        p,
        "x",
        new TransformerEncoder.Settings(
            2, width, width % 16 == 0 ? 3 : 1, 64, normFirst, normFirst, 0.1f),
        DropoutChance.seeded(3),
        chance);
  }

  @TestFactory
  Stream<DynamicTest> oneByOneOnVectorsAndByATeam() {
    return Stream.of(48, 37)
        .flatMap(width ->
            LAYERS.entrySet().stream()
                .map(each ->
                    DynamicTest.dynamicTest(
                        each.getKey() + ", " + width + " wide",
                        () -> check(each.getValue(), width))));
  }

  private static void check(Declaration layer, int width) {
    BitsCheck.check(
        (p, g, x) -> layer.declare(p, width, Philox.seeded(7)).apply(g, x.getFirst()),
        -1,
        1,
        new int[] {11, 24, width});
  }
}
