package quorate.learning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class PrioritiesTest {
  private static final int BATCH = 8;

  /// Priorities 1, 2, 4, 8 and α = ½: shares 1, √2, 2, √8 of 7.243.
  @Test
  void drawsInProportionToThePowersOfTheErrors() {
    Priorities priorities = new Priorities(5, 0.5);
    priorities.learned(new int[] {0, 1, 2, 3}, new float[] {1, -2, 4, -8});
    double[] shares = shares(priorities, 4, 5);

    double sum = 1 + Math.sqrt(2) + 2 + Math.sqrt(8);
    for (int i = 0; i < 4; i++) {
      assertThat(shares[i]).isCloseTo(Math.pow(1 << i, 0.5) / sum, within(0.005));
    }
    assertThat(shares[4]).isZero();
  }

  @Test
  void anAlphaOfNothingDrawsEvenly() {
    Priorities priorities = new Priorities(4, 0);
    priorities.learned(new int[] {0, 1, 2, 3}, new float[] {1, 100, 0, 7});

    for (double share : shares(priorities, 4, 4)) {
      assertThat(share).isCloseTo(0.25, within(0.005));
    }
  }

  @Test
  void aNewStepHasTheLargestPrioritySoFar() {
    Priorities priorities = new Priorities(2, 1);
    priorities.welcome(0);
    priorities.learned(new int[] {0}, new float[] {9});
    priorities.learned(new int[] {0}, new float[] {3});
    priorities.welcome(1);

    assertThat(shares(priorities, 2, 2)[1]).isCloseTo(9.0 / 12, within(0.005));
  }

  /// P = 1/10 and 9/10 with N = 2: (N·P)^−β = 5 and 5/9 with β = 1, over the largest 1 and 1/9.
  @Test
  void weightsTakeTheBiasAway() {
    Priorities priorities = new Priorities(2, 1);
    priorities.learned(new int[] {0, 1}, new float[] {1, 9});
    int[] places = new int[20];
    float[] weights = new float[20];

    priorities.draw(2, 1, Philox.seeded(1), places, weights);

    // Two of the twenty equal parts of the sum belong to place 0.
    assertThat(places[0]).isZero();
    for (int i = 0; i < 20; i++) {
      assertThat(weights[i]).isCloseTo(places[i] == 0 ? 1f : 1 / 9f, within(1e-5f));
    }
    priorities.draw(2, 0, Philox.seeded(1), places, weights);
    assertThat(weights).containsOnly(1f);
  }

  @Test
  void goesOnFromASavedState() {
    Priorities priorities = new Priorities(6, 0.6);
    priorities.learned(new int[] {0, 1, 4}, new float[] {3, 1, 7});
    Priorities resumed = Carried.into(new Priorities(6, 0.6), priorities);
    int[] places = new int[BATCH];
    float[] weights = new float[BATCH];
    int[] resumedPlaces = new int[BATCH];
    float[] resumedWeights = new float[BATCH];

    priorities.welcome(5);
    resumed.welcome(5);
    priorities.draw(6, 0.4, Philox.seeded(2), places, weights);
    resumed.draw(6, 0.4, Philox.seeded(2), resumedPlaces, resumedWeights);

    assertThat(resumedPlaces).containsExactly(places);
    assertThat(resumedWeights).containsExactly(weights);
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(() -> new Priorities(0, 1))
        .hasMessage(
            "priorities need at least 1 place and an alpha of at least 0, but had 0 and 1.0");
  }

  /// 160,000 draws: three deviations of a share are below 3·√(0.25/160,000) = 0.004.
  private static double[] shares(Priorities priorities, int size, int places) {
    Philox chance = Philox.seeded(7);
    int[] drawn = new int[BATCH];
    float[] weights = new float[BATCH];
    double[] shares = new double[places];
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      priorities.draw(size, 0.5, chance, drawn, weights);
      for (int place : drawn) {
        shares[place] += 1.0 / (rounds * BATCH);
      }
    }
    return shares;
  }
}
