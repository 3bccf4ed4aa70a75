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
  void itsTextIsReadBackTheSame() {
    for (String each :
        List.of(
            "3.0E-4",
            "linear:0.1,0.0",
            "linear:0.1,0.01,0.5",
            "cosine:0.05,0.001,0.0",
            "exponential:0.1,0.001",
            "steps:0.1,0.5",
            "steps:0.1,0.5,0.25,0.75")) {
      assertThat(Schedule.parse(each)).hasToString(each);
    }
    assertThat(Schedule.parse("0.5")).isEqualTo(Schedule.constant(0.5));
    assertThat(Schedule.parse("linear:2,1,0.5")).isEqualTo(new Schedule.Linear(2, 1, 0.5));
    assertThat(Schedule.parse("cosine:0.2, 1, 0")).isEqualTo(Schedule.cosine(0.2, 1, 0));
    assertThat(Schedule.parse("exponential:1,2")).isEqualTo(Schedule.exponential(1, 2));
    assertThat(Schedule.parse("steps:8,0.5,0.25")).isEqualTo(Schedule.steps(8, 0.5, List.of(0.25)));
  }

  @Test
  void aTextThatSaysNoScheduleIsRefused() {
    for (String each :
        List.of(
            "",
            "ten",
            ":1",
            "1,2",
            "linear",
            "linear:1",
            "cosine:0,1",
            "cosinus:0,1,0",
            "exponential:1,2,3",
            "steps:1",
            "linear:1,x")) {
      assertThatThrownBy(() -> Schedule.parse(each))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a schedule must be a number such as 0.001, or linear:from,to,"
                  + " cosine:warmUp,peak,end, exponential:from,to or steps:from,factor,place,…, but"
                  + " was \"%s\"",
              each);
    }
  }

  @Test
  void aLearningRateIsNeverBelow0AndSomewhereAboveIt() {
    for (String each :
        List.of(
            "1",
            "linear:0,1",
            "linear:1,0",
            "cosine:0.1,1,0",
            "cosine:0,0,1",
            "exponential:1,2",
            "steps:1,0,0.5")) {
      assertThat(Schedule.parse(each).isRate()).as(each).isTrue();
    }
    for (String each :
        List.of(
            "0",
            "-1",
            "linear:1,-1",
            "linear:0,0",
            "cosine:0.1,-1,1",
            "cosine:0.1,1,-1",
            "cosine:0.5,0,0",
            "steps:-1,0.5")) {
      assertThat(Schedule.parse(each).isRate()).as(each).isFalse();
    }
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
