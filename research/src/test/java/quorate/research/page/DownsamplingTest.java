package quorate.research.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;
import quorate.research.performance.PriceHistory;

class DownsamplingTest {
  @Test
  void keepsEveryPointOfAShortLine() {
    int[] kept = Downsampling.largestTriangles(new long[] {1, 2, 3}, new double[] {5, 6, 7}, 3);

    assertThat(kept).containsExactly(0, 1, 2);
  }

  @Test
  void keepsALonelyPeak() {
    long[] x = LongStream.range(0, 1000).toArray();
    double[] y = new double[1000];
    y[617] = 1;

    int[] kept = Downsampling.largestTriangles(x, y, 50);

    assertThat(kept).hasSize(50).contains(0, 617, 999);
  }

  @Test
  void keepsPointsInOrderAndBothEnds() {
    ForAll.cases(
        200,
        1,
        chance -> {
          double[] y = new double[3 + chance.nextInt(500)];
          Arrays.setAll(y, i -> chance.nextGaussian());
          return y;
        },
        y -> {
          int most = 3 + y.length / 3;

          int[] kept =
              Downsampling.largestTriangles(LongStream.range(0, y.length).toArray(), y, most);

          assertThat(kept).hasSize(Math.min(most, y.length));
          assertThat(kept[0]).isZero();
          assertThat(kept[kept.length - 1]).isEqualTo(y.length - 1);
          assertThat(IntStream.range(1, kept.length)).allMatch(i -> kept[i] > kept[i - 1]);
        });
  }

  @Test
  void joinsBarsWithoutLosingAnExtreme() {
    PriceHistory.Recorder recorder = PriceHistory.of("ES", 2);
    recorder.bar(10, 5, 7, 4, 6).bar(20, 6, 9, 6, 8).bar(30, 8, 8, 2, 3).bar(40, 3, 4, 3, 4);

    JoinedBars joined = JoinedBars.of(recorder.history(), 2);

    assertThat(joined.size()).isEqualTo(2);
    assertThat(joined.endsNs()).containsExactly(20, 40);
    assertThat(joined.open(0)).isEqualTo(5);
    assertThat(joined.high(0)).isEqualTo(9);
    assertThat(joined.low(1)).isEqualTo(2);
    assertThat(joined.close(1)).isEqualTo(4);
  }

  @Test
  void findsTheBarThatWasRunning() {
    PriceHistory.Recorder recorder = PriceHistory.of("ES", 2);
    recorder.bar(10, 1, 1, 1, 1).bar(20, 1, 1, 1, 1).bar(30, 1, 1, 1, 1);

    JoinedBars bars = JoinedBars.of(recorder.history(), 10);

    assertThat(bars.barAt(5)).isZero();
    assertThat(bars.barAt(20)).isEqualTo(1);
    assertThat(bars.barAt(21)).isEqualTo(2);
    assertThat(bars.barAt(99)).isEqualTo(2);
  }

  @Test
  void showsNoMorePlacesThanAMillionthOfThePrice() {
    assertThat(priced(2, 42_000)).isEqualTo(2);
    assertThat(priced(8, 100)).isEqualTo(4);
    assertThat(priced(8, 0.00001234)).isEqualTo(8);
    assertThat(priced(0, 5)).isZero();
  }

  private static int priced(int decimals, double price) {
    return PriceHistory.of("X", decimals)
        .bar(1, price, price, price, price)
        .history()
        .shownDecimals();
  }
}
