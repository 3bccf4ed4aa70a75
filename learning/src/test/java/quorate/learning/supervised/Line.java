package quorate.learning.supervised;

import java.util.List;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;
import quorate.learning.layer.Layer;
import quorate.learning.layer.Linear;
import quorate.learning.layer.Mlp;

/// Two numbers in, one out, squared error; a line, or a network large enough to learn rows by
/// heart.
record Line(Parameters parameters, DropoutChance dropping, Layer layer) implements Model {
  static Line straight() {
    Parameters parameters = new Parameters();
    Philox chance = Philox.seeded(1);
    return new Line(
        parameters,
        DropoutChance.seeded(1),
        new Linear(parameters, "line", 2, 1, Activation.NONE, chance));
  }

  static Line bent() {
    Parameters parameters = new Parameters();
    Philox chance = Philox.seeded(1);
    return new Line(
        parameters,
        DropoutChance.seeded(1),
        new Mlp(parameters, "net", List.of(2, 64, 64, 1), Activation.TANH, chance));
  }

  @Override
  public Shape inputShape() {
    return Shape.of(2);
  }

  @Override
  public Shape targetShape() {
    return Shape.of(1);
  }

  @Override
  public Objective objective(GraphBuilder g, Tensor inputs, Tensor targets) {
    Tensor errors = g.square(g.subtract(layer.apply(g, inputs), targets));
    return Objective.of(g.mean(errors, -1));
  }

  /// Rows of two normal numbers a, b with 3a − 2b + 1 and normal noise.
  static Examples rows(int rows, double noise, long seed) {
    Philox chance = Philox.seeded(seed);
    float[] inputs = new float[2 * rows];
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      double a = chance.nextGaussian();
      double b = chance.nextGaussian();
      inputs[2 * i] = (float) a;
      inputs[2 * i + 1] = (float) b;
      targets[i] = (float) (3 * a - 2 * b + 1 + noise * chance.nextGaussian());
    }
    return Examples.of(rows, inputs, targets);
  }
}
