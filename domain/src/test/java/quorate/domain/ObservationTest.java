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

  @Test
  void tellsItsRowsFromItsColumns() {
    Observation seen = Observation.of(3, 99, COLUMNS, new float[] {1, 2, 3, 4, 5, 6});

    assertThat(seen.instrument()).isEqualTo(3);
    assertThat(seen.asOfNs()).isEqualTo(99);
    assertThat(seen.columns()).isEqualTo(COLUMNS);
    assertThat(seen.window()).isEqualTo(3);
    assertThat(seen.at(0, 1)).isEqualTo(2);
    assertThat(seen.at(2, 0)).isEqualTo(5);
    assertThat(seen.latest(0)).isEqualTo(5);
    assertThat(seen).hasToString("Observation as of 99: 3 × [a, b]");
  }

  @Test
  void keepsItsValuesToItself() {
    float[] values = {1, 2};
    Observation seen = Observation.of(0, 1, COLUMNS, values);

    values[0] = 9;
    seen.toArray()[1] = 9;

    assertThat(seen.toArray()).containsExactly(1, 2);
  }

  @Test
  void isEqualOnlyWhenEverythingIs() {
    Observation seen = Observation.of(0, 1, COLUMNS, new float[] {1, 2});

    assertThat(seen)
        .isEqualTo(Observation.of(0, 1, COLUMNS, new float[] {1, 2}))
        .hasSameHashCodeAs(Observation.of(0, 1, COLUMNS, new float[] {1, 2}))
        .isNotEqualTo(Observation.of(1, 1, COLUMNS, new float[] {1, 2}))
        .isNotEqualTo(Observation.of(0, 2, COLUMNS, new float[] {1, 2}))
        .isNotEqualTo(Observation.of(0, 1, List.of("a", "c"), new float[] {1, 2}))
        .isNotEqualTo(Observation.of(0, 1, COLUMNS, new float[] {1, 3}))
        .isNotEqualTo("seen");
    assertThat(seen.hashCode())
        .isNotEqualTo(Observation.of(0, 2, COLUMNS, new float[] {1, 2}).hashCode())
        .isNotEqualTo(Observation.of(0, 1, COLUMNS, new float[] {1, 3}).hashCode());
  }

  @Test
  void refusesPartsOfRows() {
    assertThatThrownBy(() -> Observation.of(0, 1, COLUMNS, new float[3]))
        .hasMessage("values must be whole rows of 2 columns, but were 3");
    assertThatThrownBy(() -> Observation.of(0, 1, COLUMNS, new float[0]))
        .hasMessage("values must be whole rows of 2 columns, but were 0");
    assertThatThrownBy(() -> Observation.of(0, 1, List.of(), new float[2]))
        .hasMessage("values must be whole rows of 0 columns, but were 2");
    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, new float[3], 0, 1))
        .hasMessage("values must be whole rows of 2 columns, but were 3");
  }

  @Test
  void refusesToBeginOutsideTheRing() {
    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, new float[4], 2, 1))
        .hasMessage("window must be 1 to 2 rows of the ring, but was 1 from row 2 on");
    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, new float[4], -1, 1))
        .hasMessage("window must be 1 to 2 rows of the ring, but was 1 from row -1 on");
    assertThatThrownBy(() -> Observation.ofRing(0, 1, COLUMNS, new float[4], 0, 0))
        .hasMessage("window must be 1 to 2 rows of the ring, but was 0 from row 0 on");
  }

  @Test
  void takesAWholeRing() {
    float[] ring = {3, 4, 1, 2};

    assertThat(Observation.ofRing(0, 1, COLUMNS, ring, 1, 2).toArray()).containsExactly(1, 2, 3, 4);
  }
}
