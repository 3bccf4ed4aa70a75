package quorate.app.bench;

import java.util.function.BiFunction;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Linear;
import quorate.learning.layer.Lstm;
import quorate.learning.layer.TransformerEncoder;
import quorate.learning.optimiser.Adam;

/// One step of training on a batch of sequences: what the last time step says is led to one number,
/// whose squared error goes down by Adam.
final class SequenceSteps {
  static final int BATCH = 32;
  static final int TIME = 48;
  static final int WIDTH = 64;

  private static final int LSTM_IN = 16;
  private static final int LAYERS = 2;
  private static final int HEADS = 4;
  private static final int FEED = 128;

  private final Parameters parameters;
  private final Graph graph;
  private final Tensor loss;
  private final Adam optimiser;

  private SequenceSteps(
      Kernels kernels,
      int in,
      BiFunction<GraphBuilder, Tensor, Tensor> network,
      Parameters declared,
      Philox chance) {
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor x = g.input("x", BATCH, TIME, in);
    Tensor wanted = g.input("wanted", BATCH, 1);
    fill(x, chance);
    fill(wanted, chance);
    Tensor last = g.reshape(g.slice(network.apply(g, x), 1, TIME - 1, TIME), BATCH, WIDTH);
    Linear head = new Linear(declared, "head", WIDTH, 1, Activation.NONE, chance);
    loss = g.losses().squaredError(head.apply(g, last), wanted);
    graph = g.training(loss);
    optimiser = new Adam(kernels, declared, Adam.Settings.defaults());
    parameters = declared;
  }

  private static void fill(Tensor tensor, Philox chance) {
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) chance.nextGaussian();
    }
  }

  /// 64 numbers of state, 16 of input.
  static SequenceSteps lstm(Kernels kernels, Philox chance) {
    Parameters declared = new Parameters();
    Lstm lstm = new Lstm(declared, "lstm", LSTM_IN, WIDTH, chance);
    return new SequenceSteps(kernels, LSTM_IN, lstm::apply, declared, chance);
  }

  /// Two layers of four heads with norms after sums, ReLU, no dropout.
  static SequenceSteps transformer(Kernels kernels, Philox chance) {
    Parameters declared = new Parameters();
    var settings = new TransformerEncoder.Settings(LAYERS, WIDTH, HEADS, FEED, false, false, 0);
    var encoder =
        new TransformerEncoder(declared, "encoder", settings, DropoutChance.seeded(1), chance);
    return new SequenceSteps(kernels, WIDTH, encoder::apply, declared, chance);
  }

  void step() {
    graph.forward();
    parameters.clearGradients();
    graph.backward();
    optimiser.step(1e-4, 1);
  }

  float loss() {
    return loss.value();
  }

  /// Operations of one step of the LSTM: a product forward is two backward, but for the gradients
  /// of the inputs, which nobody needs.
  static double lstmOperations() {
    double rows = (double) BATCH * TIME;
    double state = 2 * rows * 4 * WIDTH * WIDTH;
    double inputs = 2 * rows * 4 * WIDTH * LSTM_IN;
    return 3 * state + 2 * inputs;
  }

  /// Operations of one step of the Transformer.
  static double transformerOperations() {
    double rows = (double) BATCH * TIME;
    double linear = 2 * rows * (4.0 * WIDTH * WIDTH + 2.0 * WIDTH * FEED);
    double attention = 2 * rows * 2 * TIME * WIDTH;
    return 3 * LAYERS * (linear + attention);
  }
}
