package quorate.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.domain.chance.Philox;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// A small network being declared for a test, with random numbers in its inputs.
final class Network {
  final GraphBuilder g = new GraphBuilder(Kernels.scalar());
  final Parameters parameters = new Parameters();
  final Philox chance = Philox.seeded(5);
  final List<Tensor> inputs = new ArrayList<>();

  /// A network that gives some tensors.
  @FunctionalInterface
  interface Declaration {
    List<Tensor> declare(Network network);
  }

  /// An input of numbers around 0.
  Tensor in(int... sizes) {
    return between(-2, 2, sizes);
  }

  /// An input of numbers between two bounds.
  Tensor between(float least, float most, int... sizes) {
    Tensor input = g.input("input " + inputs.size(), sizes);
    fill(input, least, most, chance);
    inputs.add(input);
    return input;
  }

  /// An input of whole numbers from 0 up.
  Tensor index(int below, int... sizes) {
    Tensor input = in(sizes);
    for (int i = 0; i < input.values().length; i++) {
      input.values()[i] = chance.nextInt(below);
    }
    return input;
  }

  /// A parameter of numbers around 0.
  Tensor weight(int... sizes) {
    Tensor weight = parameters.add("weight " + parameters.list().size(), sizes);
    fill(weight, -1, 1, chance);
    return weight;
  }

  static void fill(Tensor tensor, float least, float most, RandomGenerator chance) {
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = least + (most - least) * chance.nextFloat();
    }
  }
}
