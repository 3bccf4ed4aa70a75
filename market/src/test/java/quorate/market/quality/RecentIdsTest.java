package quorate.market.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class RecentIdsTest {
  @Test
  void agreesWithASetOnAnyIds() {
    RecentIds ids = new RecentIds();
    Set<Long> all = new HashSet<>();
    RandomGenerator random = Philox.seeded(3);

    for (int i = 0; i < 40_000; i++) {
      long id = random.nextLong(-20_000, 20_000) * 4096;
      assertThat(ids.contains(id)).isEqualTo(all.contains(id));
      ids.add(id);
      all.add(id);
    }
  }

  @Test
  void remembersTheLast65536AndForgetsTheOldest() {
    RecentIds ids = new RecentIds();
    long last = 1_000_000;

    for (long id = 0; id <= last; id++) {
      ids.add(id);
    }

    for (long id = last - 65_535; id <= last; id++) {
      assertThat(ids.contains(id)).isTrue();
    }
    assertThat(ids.contains(last - 3 * 65_536)).isFalse();
  }
}
