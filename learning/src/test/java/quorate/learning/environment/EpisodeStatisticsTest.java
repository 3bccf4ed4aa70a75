package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EpisodeStatisticsTest {
  private final EpisodeStatistics statistics = new EpisodeStatistics(2, 3);

  @Test
  void sumsRewardsAndStepsOfEachRowToItsEnd() {
    statistics.observe(new float[] {1, 10}, new byte[] {0, 0});
    assertThat(statistics.episodes()).isZero();
    assertThat(statistics.meanReturn()).isNaN();

    statistics.observe(new float[] {2, 20}, new byte[] {1, 0});
    statistics.observe(new float[] {4, 40}, new byte[] {2, 2});

    assertThat(statistics.episodes()).isEqualTo(3);
    assertThat(statistics.returnOf(2)).isEqualTo(3);
    assertThat(statistics.returnOf(1)).isEqualTo(4);
    assertThat(statistics.returnOf(0)).isEqualTo(70);
    assertThat(statistics.lengthOf(0)).isEqualTo(3);
    assertThat(statistics.meanReturn()).isEqualTo(77.0 / 3);
    assertThat(statistics.meanLength()).isEqualTo(2);
  }

  @Test
  void keepsTheNewestEpisodesAlone() {
    for (int i = 0; i < 10; i++) {
      statistics.observe(new float[] {i, 0}, new byte[] {1, 0});
    }

    assertThat(statistics.window()).isEqualTo(3);
    assertThat(statistics.meanReturn()).isEqualTo(8);
    assertThatThrownBy(() -> statistics.returnOf(3))
        .hasMessage("age must be below the 3 episodes that are kept, but was 3");
  }

  @Test
  void forgetsTheEpisodesUnderWayWhenTold() {
    statistics.observe(new float[] {5, 5}, new byte[] {0, 0});

    statistics.abandon();
    statistics.observe(new float[] {1, 1}, new byte[] {1, 1});

    assertThat(statistics.meanReturn()).isEqualTo(1);
    assertThat(statistics.meanLength()).isEqualTo(1);
  }

  @Test
  void goesOnFromASavedState() {
    statistics.observe(new float[] {5, 7}, new byte[] {0, 1});

    EpisodeStatistics resumed = Saved.into(new EpisodeStatistics(2, 3), statistics);
    resumed.observe(new float[] {1, 1}, new byte[] {1, 0});

    assertThat(resumed.episodes()).isEqualTo(2);
    assertThat(resumed.returnOf(0)).isEqualTo(6);
    assertThat(resumed.returnOf(1)).isEqualTo(7);
  }

  @Test
  void refusesToWatchNothing() {
    assertThatThrownBy(() -> new EpisodeStatistics(0, 3))
        .hasMessage("rows and window must be at least 1, but were 0 and 3");
  }
}
