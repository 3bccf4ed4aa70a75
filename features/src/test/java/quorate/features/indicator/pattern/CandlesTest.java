package quorate.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.chance.Philox;
import quorate.features.indicator.MutableBar;

class CandlesTest {
  private static final int COUNT = 4;

  /// Prices are whole, so the plain sums are exact.
  @ParameterizedTest
  @CsvSource({
    "1, true, 1",
    "10, true, 3",
    "10, false, 1",
    "10, false, 5",
    "10, false, 40",
    "100, false, 30",
    "100, false, 500",
  })
  void areMeasuredByTheCandlesBeforeHoweverSeldomARuleAsks(
      int window, boolean measuresAlways, int barsBetweenQuestions) {
    CandleSetting setting = new CandleSetting(CandleRange.HIGH_LOW, window, 1);
    Candles candles =
        new Candles(
            COUNT,
            List.of(CandleMeasure.NEAR),
            CandleSettings.defaults().with(CandleMeasure.NEAR, setting),
            measuresAlways);
    RandomGenerator chance = Philox.seeded(window);
    List<Integer> heights = new ArrayList<>();

    int asked = 0;
    for (int bar = 0; bar < 5_000; bar++) {
      heights.add(chance.nextInt(50));
      candles.update(new MutableBar().prices(100, 100 + heights.getLast(), 100, 100));
      if (bar >= window + COUNT && chance.nextInt(barsBetweenQuestions) == 0) {
        int age = chance.nextInt(COUNT);
        double mean =
            heights.subList(bar - age - window, bar - age).stream()
                    .mapToInt(Integer::intValue)
                    .sum()
                / (double) window;
        assertThat(candles.ago(age).near()).isEqualTo(mean);
        asked++;
      }
    }

    assertThat(asked).isGreaterThan(5);
  }

  /// The third is measured when asked for, the first two when the candle comes.
  @Test
  void areMeasuredByAsManyWindowsAsThereAreMeasures() {
    List<CandleMeasure> measures =
        List.of(CandleMeasure.NEAR, CandleMeasure.FAR, CandleMeasure.EQUAL);
    CandleSettings settings = CandleSettings.defaults();
    for (int i = 0; i < measures.size(); i++) {
      settings = settings.with(measures.get(i), new CandleSetting(CandleRange.HIGH_LOW, i + 1, 1));
    }
    Candles candles = new Candles(1, measures, settings, true);

    for (int height : new int[] {1, 2, 3, 4, 5, 6}) {
      candles.update(new MutableBar().prices(100, 100 + height, 100, 100));
    }

    assertThat(candles.ago(0).near()).isEqualTo(5);
    assertThat(candles.ago(0).far()).isEqualTo(4.5);
    assertThat(candles.ago(0).equal()).isEqualTo(4);
  }
}
