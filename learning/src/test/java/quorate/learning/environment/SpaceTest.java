package quorate.learning.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class SpaceTest {
  private static final float INFINITE = Float.POSITIVE_INFINITY;

  @Test
  void holdsTheIndicesOfItsChoices() {
    Space choices = new Space.Discrete(3);

    assertThat(holds(choices, 0)).isTrue();
    assertThat(holds(choices, 2)).isTrue();
    assertThat(holds(choices, 3)).isFalse();
    assertThat(holds(choices, -1)).isFalse();
    assertThat(holds(choices, 0.5f)).isFalse();
    assertThat(holds(choices, Float.NaN)).isFalse();
    assertThat(holds(choices, INFINITE)).isFalse();
    assertThat(choices.size()).isEqualTo(1);
    assertThat(choices.choices()).isEqualTo(3);
  }

  @Test
  void holdsAnIndexForEveryPart() {
    Space choices = new Space.MultiDiscrete(new int[] {2, 5});

    assertThat(holds(choices, 1, 4)).isTrue();
    assertThat(holds(choices, 2, 4)).isFalse();
    assertThat(holds(choices, 1, 5)).isFalse();
    assertThat(choices.size()).isEqualTo(2);
    assertThat(choices.choices()).isEqualTo(7);
  }

  @Test
  void holdsNumbersUpToItsBounds() {
    Space box = new Space.Box(new float[] {-1, 0}, new float[] {1, INFINITE});

    assertThat(holds(box, -1, 0)).isTrue();
    assertThat(holds(box, 1, 1e30f)).isTrue();
    assertThat(holds(box, 1.0000001f, 0)).isFalse();
    assertThat(holds(box, 0, -1e-30f)).isFalse();
    assertThat(holds(box, 0, Float.NaN)).isFalse();
    assertThat(box.choices()).isZero();
  }

  @Test
  void looksAtTheRowItIsTold() {
    assertThat(new Space.Discrete(2).contains(new float[] {7, 1, 7}, 1)).isTrue();
    assertThat(Space.box(0, 1, 2).contains(new float[] {7, 1, 1, 7}, 1)).isTrue();
  }

  @Test
  void drawsEveryChoiceEvenly() {
    Philox chance = Philox.seeded(1);
    Space space = new Space.MultiDiscrete(new int[] {2, 5});
    int[] drawn = new int[5];
    float[] value = new float[2];

    for (int i = 0; i < 50_000; i++) {
      space.sample(chance, value, 0);
      drawn[(int) value[1]]++;
      assertThat(space.contains(value, 0)).isTrue();
    }

    for (int count : drawn) { // 10,000 expected with a deviation of √(50,000 · 0.2 · 0.8) = 89
      assertThat(count).isCloseTo(10_000, within(450));
    }
  }

  @Test
  void bringsNumbersToItsBoundsAndLeavesChoicesAsTheyAre() {
    Space box = new Space.Box(new float[] {-1, 0}, new float[] {1, INFINITE});
    float[] numbers = {-3, -3, 3, 3, 0.5f, 0.5f};
    float[] choices = {7, -7};

    box.hold(numbers);
    new Space.MultiDiscrete(new int[] {2, 5}).hold(choices);

    assertThat(numbers).containsExactly(-1, 0, 1, 3, 0.5f, 0.5f);
    assertThat(choices).containsExactly(7, -7);
  }

  @Test
  void drawsNumbersByTheirBounds() {
    Philox chance = Philox.seeded(2);
    Space box =
        new Space.Box(
            new float[] {-2, 3, -INFINITE, -INFINITE}, new float[] {4, INFINITE, 5, INFINITE});
    double[] sums = new double[4];
    double[] squares = new double[4];
    float[] value = new float[4];
    int draws = 100_000;

    for (int i = 0; i < draws; i++) {
      box.sample(chance, value, 0);
      assertThat(box.contains(value, 0)).isTrue();
      for (int j = 0; j < 4; j++) {
        sums[j] += value[j];
        squares[j] += value[j] * value[j];
      }
    }

    double[] means = {1, 4, 4, 0};
    double[] variances = {36.0 / 12, 1, 1, 1};
    for (int j = 0; j < 4; j++) {
      double mean = sums[j] / draws;
      assertThat(mean).isCloseTo(means[j], within(0.03));
      assertThat(squares[j] / draws - mean * mean).isCloseTo(variances[j], within(0.06));
    }
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    float[] low = {0};
    Space.Box box = new Space.Box(low, new float[] {1});
    low[0] = -9;
    box.low()[0] = -9;
    box.high()[0] = 9;
    Space.MultiDiscrete choices = new Space.MultiDiscrete(new int[] {2});
    choices.n()[0] = 9;

    assertThat(box).isEqualTo(Space.box(0, 1, 1));
    assertThat(choices).isEqualTo(new Space.MultiDiscrete(new int[] {2}));
  }

  @Test
  void refusesToBeEmptyOrTurnedRound() {
    assertThatThrownBy(() -> new Space.Discrete(0))
        .hasMessage("there must be at least 1 choice, but were 0");
    assertThatThrownBy(() -> new Space.MultiDiscrete(new int[] {3, 0}))
        .hasMessage("there must be at least 1 part of at least 1 choice each, but were [3, 0]");
    assertThatThrownBy(() -> new Space.Box(new float[2], new float[1]))
        .hasMessage("a box must have as many lows as highs, at least 1, but had 2 and 1");
    assertThatThrownBy(() -> Space.box(2, 1, 1))
        .hasMessage("low must be at most high, but they were 2.0 and 1.0 (number 0 of a box)");
  }

  private static boolean holds(Space space, float... value) {
    return space.contains(value, 0);
  }
}
