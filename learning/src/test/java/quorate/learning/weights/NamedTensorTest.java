package quorate.learning.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class NamedTensorTest {
  @Test
  void keepsItsOwnCopies() {
    int[] shape = {1, 2};
    float[] values = {3, 4};
    NamedTensor tensor = new NamedTensor("w", shape, values);

    shape[0] = 9;
    values[0] = 9;
    tensor.shape()[0] = 9;
    tensor.values()[0] = 9;

    assertThat(tensor.shape()).containsExactly(1, 2);
    assertThat(tensor.values()).containsExactly(3, 4);
  }

  @Test
  void copiesIntoAnArrayThatIsThere() {
    float[] target = new float[4];

    new NamedTensor("w", new int[] {2}, new float[] {3, 4}).copyInto(target, 1);

    assertThat(target).containsExactly(0, 3, 4, 0);
  }

  @Test
  void aShapeWithoutAxesIsOneNumber() {
    assertThat(new NamedTensor("scale", new int[0], new float[] {2}).size()).isEqualTo(1);
  }

  @Test
  void isEqualByNameShapeAndBits() {
    NamedTensor tensor = new NamedTensor("w", new int[] {1, 2}, new float[] {0f, 1});

    assertThat(tensor)
        .isEqualTo(new NamedTensor("w", new int[] {1, 2}, new float[] {0f, 1}))
        .hasSameHashCodeAs(new NamedTensor("w", new int[] {1, 2}, new float[] {0f, 1}))
        .isNotEqualTo(new NamedTensor("v", new int[] {1, 2}, new float[] {0f, 1}))
        .isNotEqualTo(new NamedTensor("w", new int[] {2, 1}, new float[] {0f, 1}))
        .isNotEqualTo(new NamedTensor("w", new int[] {1, 2}, new float[] {-0f, 1}));
  }

  @Test
  void refusesWhatIsNoTensor() {
    refuses("w", new int[] {2, 2}, new float[3], "\"w\" of shape [2, 2] has 3");
    refuses("w", new int[] {-1}, new float[0], "the shape [-1]");
    refuses("w", new int[] {-1, -2}, new float[2], "the shape [-1, -2]");
    refuses("w", new int[] {1 << 30, 1 << 30, 1 << 30}, new float[0], "has 0");
    refuses("", new int[0], new float[1], "must have a name");
    refuses("__metadata__", new int[0], new float[1], "must have a name");
    refuses("\udc00", new int[0], new float[1], "half of a pair");
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    refuses("w", new int[] {2}, new float[] {1, Float.NaN}, "value 1 of tensor \"w\" is NaN");
    refuses(
        "w",
        new int[] {2},
        new float[] {Float.NEGATIVE_INFINITY, 1},
        "value 0 of tensor \"w\" is -Infinity");
  }

  private static void refuses(String name, int[] shape, float[] values, String because) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> new NamedTensor(name, shape, values))
        .withMessageContaining(because);
  }
}
