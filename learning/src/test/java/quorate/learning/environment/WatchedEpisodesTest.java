package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.learning.world.CartPole;

class WatchedEpisodesTest {
  @Test
  void countsWhatTheEnvironmentEarns() {
    WatchedEpisodes watched = new WatchedEpisodes(Simulation.of(new CartPole(), 2, 5), 10);
    watched.reset(1);
    float[] left = new float[2];

    for (int step = 0; step < 10; step++) {
      watched.step(left);
    }

    assertThat(watched.statistics().episodes()).isEqualTo(4);
    assertThat(watched.statistics().meanReturn()).isEqualTo(5);
  }

  @Test
  void aResetAbandonsTheEpisodesUnderWay() {
    WatchedEpisodes watched = new WatchedEpisodes(Simulation.of(new CartPole(), 1, 5), 10);
    watched.reset(1);
    watched.step(new float[1]);
    watched.reset(2);

    for (int step = 0; step < 5; step++) {
      watched.step(new float[1]);
    }

    assertThat(watched.statistics().meanLength()).isEqualTo(5);
  }

  @Test
  void theLastObservationOfAnEpisodeMustBeFiniteToo() {
    Simulation inner = Simulation.of(new CartPole(), 2);
    WatchedEpisodes watched = new WatchedEpisodes(inner, 10);
    watched.reset(1);
    inner.begin(1, 0, 0, 0, Double.POSITIVE_INFINITY);

    assertThatThrownBy(() -> watched.step(new float[2]))
        .isInstanceOf(NotFiniteException.class)
        .hasMessageMatching(
            "a last observation must be finite, but was .* \\(CartPole-v1, row 1, number \\d\\)");
  }
}
