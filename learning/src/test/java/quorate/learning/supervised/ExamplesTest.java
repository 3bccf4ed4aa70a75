package quorate.learning.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void aSliceHasItsRowsAndTheirWeights() {
    Examples all =
        Examples.of(3, new float[] {1, 2, 3, 4, 5, 6}, new float[] {7, 8, 9})
            .weighted(new float[] {0, 1, 2});

    Examples last = all.slice(1, 3);

    float[] inputs = new float[2];
    float[] targets = new float[1];
    last.copy(1, 0, inputs, targets);
    assertThat(last.rows()).isEqualTo(2);
    assertThat(inputs).containsExactly(5, 6);
    assertThat(targets).containsExactly(9);
    assertThat(last.weight(1)).isEqualTo(2);
  }

  @Test
  void numbersThatAreNoneAreRefusedWithTheirPlace() {
    assertThatThrownBy(() -> Examples.of(2, new float[] {1, 2, 3, Float.NaN}, new float[2]))
        .hasMessage("every input must be finite, but number 1 of row 1 was NaN");
    assertThatThrownBy(() -> Examples.of(2, new float[2], new float[] {0, Float.POSITIVE_INFINITY}))
        .hasMessage("every target must be finite, but number 0 of row 1 was Infinity");
  }

  @Test
  void rowsThatDoNotDivideOrAreNotThereAreRefused() {
    assertThatThrownBy(() -> Examples.of(2, new float[3], new float[2]))
        .hasMessage("inputs of 2 rows must be as many numbers for each, but were 3 numbers");
    assertThatThrownBy(() -> Examples.of(2, new float[2], new float[0]))
        .hasMessage("targets of 2 rows must be as many numbers for each, but were 0 numbers");
    assertThatThrownBy(() -> Examples.of(0, new float[0], new float[0]))
        .hasMessage("examples must be at least 1 row, but were 0");
    Examples two = Examples.of(2, new float[2], new float[2]);
    assertThatThrownBy(() -> two.slice(2, 2))
        .hasMessage("rows must be at least one of 0 to 1, but were 2 to 2 (the end left out)");
  }

  @Test
  void weightsMustSaySomething() {
    Examples two = Examples.of(2, new float[2], new float[2]);

    assertThatThrownBy(() -> two.weighted(new float[] {1}))
        .hasMessage("weights must be one for each of 2 rows, but were 1");
    assertThatThrownBy(() -> two.weighted(new float[] {1, -1}))
        .hasMessage("every weight must be at least 0 and finite, but that of row 1 was -1.0");
    assertThatThrownBy(() -> two.weighted(new float[2]))
        .hasMessage("weights must not all be 0, but were");
    Examples half = two.weighted(new float[] {0, 1});
    assertThatThrownBy(() -> half.slice(0, 1)).hasMessage("weights must not all be 0, but were");
  }
}
