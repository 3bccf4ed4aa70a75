package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentMeansTest {

  @Test
  void averagesAsManyOfTheLastNumbersAsAreAskedFor() {
    RecentMeans means = new RecentMeans(3);

    for (double value : new double[] {8, 1, 2, 6}) {
      means.update(value);
    }

    assertThat(means.mean(1)).isEqualTo(6);
    assertThat(means.mean(2)).isEqualTo(4);
    assertThat(means.mean(3)).isEqualTo(3);
  }

  @Test
  void findsEqualNumbersEqualAfterMillionsOfOthers() {
    RecentMeans means = new RecentMeans(50);
    for (int i = 0; i < 3_000_000; i++) {
      means.update(1000 + 0.1 * (i % 37));
    }

    for (int i = 0; i < 50; i++) {
      means.update(1.1234567);
    }

    for (int count = 1; count <= 50; count++) {
      assertThat(means.mean(count)).isEqualTo(1.1234567);
    }
  }
}
