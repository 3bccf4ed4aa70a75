package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final List<String> COLUMNS = List.of("a", "b");

  @Test
  void isTheSameFromARingAsFromRowsInOrder() {
    float[] ring = {5, 6, 7, 8, 1, 2, 3, 4}; // four rows, the oldest is row 2

    Observation seen = Observation.ofRing(3, 99, COLUMNS, ring, 2, 3);

    assertThat(seen).isEqualTo(Observation.of(3, 99, COLUMNS, new float[] {1, 2, 3, 4, 5, 6}));
    assertThat(seen.window()).isEqualTo(3);
    assertThat(seen.latest(1)).isEqualTo(6);
  }

  @Test
  void doesNotChangeWithTheRing() {
    float[] ring = {1, 2};
    Observation seen = Observation.ofRing(0, 1, COLUMNS, ring, 0, 1);

    ring[0] = 9;

    assertThat(seen.at(0, 0)).isEqualTo(1);
  }

  @Test
  void refusesAValueThatIsNotANumber() {
    float[] ring = {1, 2, 3, Float.NaN};

    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, ring, 0, 2))
        .hasMessage("an observed value must be finite, but was NaN (column \"b\", row 1)");
  }

  @Test
  void refusesAWindowLongerThanTheRing() {
    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, new float[4], 0, 3))
        .hasMessage("window must be 1 to 2 rows of the ring, but was 3 from row 0 on");
  }
}
