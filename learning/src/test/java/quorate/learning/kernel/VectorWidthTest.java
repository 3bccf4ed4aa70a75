package quorate.learning.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The runs of narrower vectors are what they are called.
@Tag("widths")
class VectorWidthTest {
  private static final int MOST_LANES = Integer.getInteger("quorate.test.lanes", Kernels.LANES);

  @Test
  void isNoMoreThanThisRunIsFor() {
    assertThat(FloatVector.SPECIES_PREFERRED.length()).isLessThanOrEqualTo(MOST_LANES);
  }
}
