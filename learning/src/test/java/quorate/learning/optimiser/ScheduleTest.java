package quorate.learning.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aConstantStays() {
    assertThat(Schedule.constant(0.3).at(0)).isEqualTo(0.3);
    assertThat(Schedule.constant(0.3).at(7)).isEqualTo(0.3);
  }

  @Test
  void aLineGoesEvenlyAndStaysWhereItArrives() {
    Schedule schedule = new Schedule.Linear(2, 1, 0.5);

    assertThat(schedule.at(0)).isEqualTo(2);
    assertThat(schedule.at(0.25)).isEqualTo(1.5);
    assertThat(schedule.at(0.5)).isEqualTo(1);
    assertThat(schedule.at(0.9)).isEqualTo(1);
  }

  @Test
  void whatFallsIsNothingAtTheEndAndAfterIt() {
    assertThat(Schedule.falling(0.1, true).at(0.75)).isEqualTo(0.1 * 0.25);
    assertThat(Schedule.falling(0.1, true).at(1.5)).isZero();
    assertThat(Schedule.falling(0.1, false).at(1)).isEqualTo(0.1);
  }

  /// Half-way between warm-up and end the cosine is 0, so the value half-way between its bounds; a
  /// quarter of the way cos 45° = √½.
  @Test
  void aCosineWarmsUpAndThenFallsAlongHalfAWave() {
    Schedule schedule = Schedule.cosine(0.2, 1, 0.1);

    assertThat(schedule.at(0)).isZero();
    assertThat(schedule.at(0.1)).isEqualTo(0.5);
    assertThat(schedule.at(0.2)).isEqualTo(1);
    assertThat(schedule.at(0.4)).isCloseTo(0.55 + 0.45 * Math.sqrt(0.5), within(1e-12));
    assertThat(schedule.at(0.6)).isCloseTo(0.55, within(1e-12));
    assertThat(schedule.at(1)).isEqualTo(0.1);
    assertThat(Schedule.cosine(0, 3, 0).at(0)).isEqualTo(3);
  }

  @Test
  void anExponentialFallsByTheSameFactorInEqualTimes() {
    Schedule schedule = Schedule.exponential(1, 0.01);

    assertThat(schedule.at(0)).isEqualTo(1);
    assertThat(schedule.at(0.5)).isCloseTo(0.1, within(1e-15));
    assertThat(schedule.at(1)).isCloseTo(0.01, within(1e-15));
  }

  @Test
  void stepsMultiplyAtTheirPlaces() {
    Schedule schedule = Schedule.steps(8, 0.5, List.of(0.25, 0.75));

    assertThat(schedule.at(0.2)).isEqualTo(8);
    assertThat(schedule.at(0.25)).isEqualTo(4);
    assertThat(schedule.at(1)).isEqualTo(2);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> Schedule.constant(1).at(-0.1))
        .hasMessage("progress must be at least 0, but was -0.1");
    assertThatThrownBy(() -> Schedule.cosine(1, 1, 0))
        .hasMessage("a schedule's warm-up must be from 0 to below 1, but was 1.0");
    assertThatThrownBy(() -> Schedule.exponential(1, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Schedule.steps(1, 0.1, List.of(0.5, 0.5)))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> Schedule.linear(Double.NaN, 0)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Schedule.Linear(1, 0, 0)).hasMessageContaining("arrival");
  }
}
