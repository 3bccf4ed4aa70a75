package quorate.learning.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.learning.kernel.Kernels;
import quorate.learning.kernel.TeamKernels;

/// Layers wide enough for rows without a gradient to be left out, some of which have none: alone
/// and in a chain, on one thread and several. Rows are pushed together for ∂x and must stand in
/// their places again for ∂W. Expected is the definition in double precision.
class BusyRowsInChainsTest {
  private static final int ROWS = 90;
  private static final int WIDTH = 70;

  /// A chain takes rows 32 at a time through all of its links; these are all without a gradient.
  private static final int STILL_FROM = 32;

  private static final int STILL_TO = 64;

  private static final double TOLERANCE = 2e-4;

  private record Network(List<float[]> weights, List<float[]> biases, Activation activation) {
    static Network of(int layers, Activation activation, Philox chance) {
      List<float[]> weights = new ArrayList<>();
      List<float[]> biases = new ArrayList<>();
      for (int i = 0; i < layers; i++) {
        weights.add(numbers(chance, WIDTH * WIDTH, 1 / Math.sqrt(WIDTH)));
        biases.add(numbers(chance, WIDTH, 0.1));
      }
      return new Network(weights, biases, activation);
    }
  }

  static Stream<Arguments> networks() {
    return IntStream.rangeClosed(1, 3)
        .boxed()
        .flatMap(threads ->
            Stream.of(1, 3)
                .flatMap(layers ->
                    Stream.of(Activation.values())
                        .flatMap(activation ->
                            Stream.of(1, 4, 10)
                                .map(busyOfTen ->
                                    Arguments.of(threads, layers, activation, busyOfTen)))));
  }

  /// Of Σ keepᵢ·|yᵢ|².
  @ParameterizedTest(name = "{0} threads, {1} layers, {2}, {3} rows of ten")
  @MethodSource("networks")
  void gradientsAreThoseOfTheDefinition(
      int threads, int layers, Activation activation, int busyOfTen) {
    Philox chance = Philox.seeded(31L * layers + busyOfTen);
    Network network = Network.of(layers, activation, chance);
    float[] x = numbers(chance, ROWS * WIDTH, 1);
    float[] keep = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      boolean still = i >= STILL_FROM && i < STILL_TO;
      keep[i] = !still && chance.nextInt(10) < busyOfTen ? 1 : 0;
    }

    List<float[]> found = found(threads, network, x, keep);

    List<double[]> expected = expected(network, x, keep);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(farthest(found.get(i), expected.get(i)))
          .as("largest error of gradient %d, relative above 1", i)
          .isLessThan(TOLERANCE);
    }
  }

  private static double farthest(float[] found, double[] expected) {
    assertThat(found).hasSize(expected.length);
    double farthest = 0;
    for (int j = 0; j < found.length; j++) {
      double scale = Math.max(1, Math.abs(expected[j]));
      farthest = Math.max(farthest, Math.abs(found[j] - expected[j]) / scale);
    }
    return farthest;
  }

  /// By x, then by each layer's weight and bias.
  private static List<float[]> found(int threads, Network network, float[] x, float[] keep) {
    try (TeamKernels team = new TeamKernels(Kernels.fastest(), threads)) {
      Parameters parameters = new Parameters();
      GraphBuilder g = new GraphBuilder(team);
      Tensor rows = g.watch(g.input("x", ROWS, WIDTH));
      rows.set(x);
      // What is watched begins at 0 and is added to; the first layer is to begin its gradient.
      Tensor y = g.scale(rows, 1);
      for (int i = 0; i < network.weights.size(); i++) {
        Tensor weight = parameters.add(i + ".weight", WIDTH, WIDTH);
        Tensor bias = parameters.add(i + ".bias", WIDTH);
        weight.set(network.weights.get(i));
        bias.set(network.biases.get(i));
        y = g.linear(y, weight, bias, network.activation);
      }
      Tensor kept = g.constant("keep", keep, ROWS, 1);
      Graph graph = g.training(g.sum(g.multiply(g.square(y), kept)));
      for (int again = 0; again < 2; again++) {
        graph.forward();
        parameters.clearGradients();
        graph.backward();
      }
      List<float[]> found = new ArrayList<>(List.of(rows.gradient()));
      parameters.list().forEach(each -> found.add(each.gradient()));
      return found;
    }
  }

  private static List<double[]> expected(Network network, float[] x, float[] keep) {
    int layers = network.weights.size();
    double[] dx = new double[ROWS * WIDTH];
    List<double[]> all = new ArrayList<>(List.of(dx));
    for (int i = 0; i < layers; i++) {
      all.add(new double[WIDTH * WIDTH]);
      all.add(new double[WIDTH]);
    }
    for (int row = 0; row < ROWS; row++) {
      double[][] y = new double[layers + 1][WIDTH];
      for (int p = 0; p < WIDTH; p++) {
        y[0][p] = x[row * WIDTH + p];
      }
      for (int i = 0; i < layers; i++) {
        y[i + 1] = through(network, i, y[i]);
      }
      double[] slope = new double[WIDTH];
      for (int j = 0; j < WIDTH; j++) {
        slope[j] = 2 * keep[row] * y[layers][j];
      }
      for (int i = layers - 1; i >= 0; i--) {
        slope = back(network, i, y, slope, all.get(1 + 2 * i), all.get(2 + 2 * i));
      }
      System.arraycopy(slope, 0, dx, row * WIDTH, WIDTH);
    }
    return all;
  }

  private static double[] through(Network network, int layer, double[] x) {
    double[] y = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      double z = network.biases.get(layer)[j];
      for (int p = 0; p < WIDTH; p++) {
        z += x[p] * network.weights.get(layer)[p * WIDTH + j];
      }
      y[j] =
          switch (network.activation) {
            case NONE -> z;
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(z, 0);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
          };
    }
    return y;
  }

  /// Adds one row's part of ∂W and ∂b.
  ///
  /// @return ∂x
  private static double[] back(
      Network network, int layer, double[][] y, double[] dy, double[] dw, double[] db) {
    double[] dx = new double[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      double value = y[layer + 1][j];
      double dz =
          switch (network.activation) {
            case NONE -> dy[j];
            case TANH -> dy[j] * (1 - value * value);
            case RELU -> value > 0 ? dy[j] : 0;
            case SIGMOID -> dy[j] * value * (1 - value);
          };
      db[j] += dz;
      for (int p = 0; p < WIDTH; p++) {
        dw[p * WIDTH + j] += y[layer][p] * dz;
        dx[p] += dz * network.weights.get(layer)[p * WIDTH + j];
      }
    }
    return dx;
  }

  private static float[] numbers(Philox chance, int count, double deviation) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (deviation * chance.nextGaussian());
    }
    return numbers;
  }
}
