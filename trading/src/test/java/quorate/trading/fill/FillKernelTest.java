package quorate.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

/// Laws that hold for every order, bar and cost; the worked examples are in `FillsDocumentTest`.
final class FillKernelTest {
  private static final int CASES = 20_000;

  /// A bar on the tick grid, around zero so that negative prices take part.
  private record Case(
      int type,
      int side,
      long price,
      boolean taking,
      boolean touch,
      long open,
      long high,
      long low,
      long costs,
      long tick) {
    static Case random(RandomGenerator chance) {
      long tick = chance.nextInt(1, 30);
      long low = tick * chance.nextInt(-20, 20);
      long high = low + tick * chance.nextInt(0, 12);
      long open = low + tick * chance.nextLong((high - low) / tick + 1);
      return new Case(
          chance.nextInt(3),
          chance.nextBoolean() ? 1 : -1,
          tick * chance.nextInt(-25, 36),
          chance.nextBoolean(),
          chance.nextBoolean(),
          open,
          high,
          low,
          chance.nextInt(0, 60),
          tick);
    }

    Case mirrored() {
      return new Case(type, -side, -price, taking, touch, -open, -low, -high, costs, tick);
    }

    Case costing(long newCosts) {
      return new Case(type, side, price, taking, touch, open, high, low, newCosts, tick);
    }

    long onBar() {
      return FillKernel.onBar(type, side, price, taking, touch, open, high, low, costs, tick);
    }

    long onTrade() {
      return FillKernel.onTrade(type, side, price, taking, touch, open, costs, tick);
    }

    long onQuote() {
      return FillKernel.onQuote(type, side, price, taking, low, high, costs, tick);
    }
  }

  @Test
  void everyPriceIsOnTheTickGrid() {
    ForAll.cases(
        CASES,
        1,
        Case::random,
        c -> {
          for (long price : new long[] {c.onBar(), c.onTrade(), c.onQuote()}) {
            assertThat(price == FillKernel.NONE || price % c.tick == 0).isTrue();
          }
        });
  }

  @Test
  void aLimitIsNeverPassedAndStaysInsideTheBar() {
    ForAll.cases(
        CASES,
        2,
        Case::random,
        c -> {
          if (c.type == FillKernel.LIMIT && c.onBar() != FillKernel.NONE) {
            assertThat(c.side * (c.onBar() - c.price)).isLessThanOrEqualTo(0);
            assertThat(c.onBar()).isBetween(c.low, c.high);
          }
        });
  }

  @Test
  void marketAndStopOrdersPayAtLeastTheirCosts() {
    ForAll.cases(
        CASES,
        3,
        Case::random,
        c -> {
          if (c.type != FillKernel.LIMIT && c.onBar() != FillKernel.NONE) {
            long reached = FillKernel.reachedAt(c.type, c.side, c.price, c.open);
            assertThat(c.side * (c.onBar() - reached)).isBetween(c.costs, c.costs + c.tick - 1);
          }
        });
  }

  @Test
  void buyingMirrorsSelling() {
    ForAll.cases(
        CASES,
        4,
        Case::random,
        c -> {
          Case m = c.mirrored();
          assertThat(m.onBar()).isEqualTo(negated(c.onBar()));
          assertThat(m.onTrade()).isEqualTo(negated(c.onTrade()));
          assertThat(m.onQuote()).isEqualTo(negated(c.onQuote()));
        });
  }

  private static long negated(long price) {
    return price == FillKernel.NONE ? FillKernel.NONE : -price;
  }

  @Test
  void higherCostsNeverHelp() {
    ForAll.cases(
        CASES,
        5,
        Case::random,
        c -> {
          Case dearer = c.costing(c.costs + 7);
          if (dearer.onBar() != FillKernel.NONE) {
            assertThat(c.onBar()).isNotEqualTo(FillKernel.NONE);
            assertThat(c.side * (dearer.onBar() - c.onBar())).isGreaterThanOrEqualTo(0);
          }
        });
  }

  @Test
  void touchingFillsWhateverGoingThroughFills() {
    ForAll.cases(
        CASES,
        6,
        Case::random,
        c -> {
          long through =
              FillKernel.limitOnBar(
                  c.side, c.price, c.taking, false, c.open, c.high, c.low, c.costs, c.tick);
          long touch =
              FillKernel.limitOnBar(
                  c.side, c.price, c.taking, true, c.open, c.high, c.low, c.costs, c.tick);
          assertThat(through == FillKernel.NONE || through == touch).isTrue();
        });
  }

  @Test
  void aBarOfOnePriceFillsStopsAsATradeDoes() {
    ForAll.cases(
        CASES,
        7,
        Case::random,
        c -> {
          if (c.type != FillKernel.LIMIT) {
            long asBar =
                FillKernel.onBar(
                    c.type, c.side, c.price, c.taking, c.touch, c.open, c.open, c.open, c.costs,
                    c.tick);
            assertThat(asBar).isEqualTo(c.onTrade());
          }
        });
  }

  @Test
  void ourShareIsWholeLotsAndNeverMoreThanTheFraction() {
    // 0.3 of 1,000,007 is 300,002.1; lots of 5 leave 300,000.
    assertThat(FillKernel.available(1_000_007, 300_000, 5)).isEqualTo(300_000);
    assertThat(FillKernel.available(1_000_007, 300_000, 1)).isEqualTo(300_002);
    assertThat(FillKernel.available(7, 1_000_000, 1)).isEqualTo(7);
    assertThat(FillKernel.available(Long.MAX_VALUE, 1_000_000, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(FillKernel.available(0, FillRules.UNLIMITED, 5)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void halfOfAnOddSpreadIsRoundedUp() {
    assertThat(FillKernel.halfSpread(1, 25)).isEqualTo(13);
    assertThat(FillKernel.halfSpread(2, 25)).isEqualTo(25);
    assertThat(FillKernel.halfSpread(0, 25)).isZero();
  }

  @Test
  void anOrderMayTradeFromTheMomentItArrived() {
    assertThat(FillKernel.mayTrade(10, 9)).isFalse();
    assertThat(FillKernel.mayTrade(10, 10)).isTrue();
  }

  @Test
  void onlyALimitBeyondTheLastPriceIsMarketable() {
    assertThat(FillKernel.isMarketable(1, 101, 100)).isTrue();
    assertThat(FillKernel.isMarketable(1, 100, 100)).isFalse();
    assertThat(FillKernel.isMarketable(-1, 99, 100)).isTrue();
    assertThat(FillKernel.isMarketable(-1, 100, 100)).isFalse();
    assertThat(FillKernel.isMarketable(1, 1, FillKernel.NONE)).isTrue();
  }

  @Test
  void aPriceOffTheGridIsRoundedAgainstUs() {
    assertThat(FillKernel.taken(1, 101, 0, 25)).isEqualTo(125);
    assertThat(FillKernel.taken(-1, 101, 0, 25)).isEqualTo(100);
    assertThat(FillKernel.taken(1, -101, 0, 25)).isEqualTo(-100);
    assertThat(FillKernel.taken(-1, -101, 0, 25)).isEqualTo(-125);
  }
}
