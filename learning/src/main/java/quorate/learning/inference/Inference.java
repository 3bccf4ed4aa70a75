package quorate.learning.inference;

import java.util.List;

/// A network that runs forward on buffers of its own: write into the inputs, run, read the outputs.
/// Who calls it need not know whether our own engine or another one runs it.
///
/// The arrays are row-major, made once, and the same ones at every call. For one thread.
public interface Inference extends AutoCloseable {
  List<Port> inputs();

  List<Port> outputs();

  /// The array to write an input into.
  ///
  /// @throws IllegalArgumentException when there is no such input; the message names those there
  ///   are
  float[] input(String name);

  /// Copies numbers into an input.
  ///
  /// @throws IllegalArgumentException when there is no such input or they are not as many as it has
  default void feed(String name, float... numbers) {
    float[] to = input(name);
    if (numbers.length != to.length) {
      throw new IllegalArgumentException(
          "input \"%s\" takes %d numbers, but was given %d; there are %s"
              .formatted(name, to.length, numbers.length, inputs()));
    }
    System.arraycopy(numbers, 0, to, 0, numbers.length);
  }

  /// Computes the outputs from what stands in the inputs.
  ///
  /// @throws IllegalStateException when nobody ever asked for one of the inputs, so that it cannot
  ///   have been written
  void run();

  /// The array of an output, overwritten by the next run.
  ///
  /// @throws IllegalArgumentException when there is no such output; the message names those there
  ///   are
  float[] output(String name);

  /// Gives back what is not Java's.
  @Override
  void close();
}
