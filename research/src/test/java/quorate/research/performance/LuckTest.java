package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LuckTest {
  private static final int TRADES = 100;

  @Test
  void computesProbabilityAndLengthByHand() {
    // 50 times +0.03 and 50 times −0.01: mean 0.01, every distance 0.02, so s = 0.02·√(100/99),
    // SR = 0.5·√0.99, skew 0, kurtosis 1, hence spread 1.
    Luck luck = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, TRADES);

    double sharpe = 0.5 * Math.sqrt(0.99);
    assertThat(luck.probabilisticSharpe().orElseThrow())
        .isCloseTo(Normal.cumulative(sharpe * Math.sqrt(99)), within(1e-12));
    double needed = 1 + Math.pow(1.6448536269514722 / sharpe, 2);
    assertThat(luck.minimumReturns().orElseThrow()).isCloseTo(needed, within(1e-9));
    assertThat(luck.minimumYears().orElseThrow()).isCloseTo(needed / 365, within(1e-12));
  }

  @Test
  void reachesItsConfidenceExactlyAtTheMinimumLength() {
    // With n = minimum returns, SR·√(n − 1)/√spread is 1.645 by construction.
    Luck luck = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, TRADES);

    double sharpe = 0.5 * Math.sqrt(0.99);
    double n = luck.minimumReturns().orElseThrow();

    assertThat(Normal.cumulative(sharpe * Math.sqrt(n - 1))).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void doesNotJudgeWithoutTrades() {
    Luck luck = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, 0);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.NO_TRADES);
    assertThat(luck.sentence()).isEqualTo("No trade was closed, so there is nothing to judge.");
  }

  @Test
  void saysWhenTradesAreTooFew() {
    Luck few = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, 12);
    Luck one = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, 1);

    assertThat(few.judgement()).isEqualTo(Luck.Judgement.TOO_FEW_TRADES);
    assertThat(few.sentence())
        .isEqualTo(
            "12 closed trades are too few to judge: below 30, luck cannot be told from skill.");
    assertThat(one.sentence()).startsWith("1 closed trade is too few");
  }

  @Test
  void saysWhenReturnsAreTooFew() {
    Luck luck = Luck.of(turns(40, 0.03, -0.01), 0, 365, 0.5, TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.TOO_FEW_RETURNS);
    assertThat(luck.sentence()).startsWith("40 returns are too few to judge");
  }

  @Test
  void saysWhenTheRunIsTooShort() {
    Luck luck = Luck.ofShortRun(TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.TOO_SHORT);
    assertThat(luck.sentence())
        .isEqualTo("Less than a month is too short to judge: luck cannot be told from skill.");
  }

  @Test
  void saysOfAShortRunFirstWhetherItTraded() {
    assertThat(Luck.ofShortRun(0).judgement()).isEqualTo(Luck.Judgement.NO_TRADES);
    assertThat(Luck.ofShortRun(12)).isEqualTo(Luck.of(new double[2], 0, 365, 0, 12));
  }

  @Test
  void saysWhenThereIsNoVariation() {
    Luck luck = Luck.of(new double[100], 0, 365, 0, TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.NO_VARIATION);
    assertThat(luck.probabilisticSharpe()).isEmpty();
  }

  @Test
  void hasNoGainToExplainAfterALoss() {
    Luck steady = Luck.of(turns(100, -0.03, 0.01), 0, 365, -0.6, TRADES);
    Luck mild = Luck.of(turns(100, -0.0301, 0.03), 0, 365, -0.05, TRADES);

    assertThat(steady.judgement()).isEqualTo(Luck.Judgement.NO_GAIN);
    assertThat(steady.sentence()).contains("unlikely to be bad luck alone");
    assertThat(steady.minimumReturns()).isEmpty();
    assertThat(mild.judgement()).isEqualTo(Luck.Judgement.NO_GAIN);
    assertThat(mild.sentence()).contains("cannot tell");
  }

  @Test
  void saysWhenItCouldBeLuck() {
    // Mean 0.001, distance 0.029: SR about 0.0345, z about 0.34, Φ about 0.63; it takes
    // 1 + (1.645/0.0343)² ≈ 2300 returns, 6.3 years of 365.
    Luck luck = Luck.of(turns(100, 0.03, -0.028), 0, 365, 0.05, TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.COULD_BE_LUCK);
    assertThat(luck.sentence())
        .isEqualTo(
            "This could well be luck: without any edge, a result at least this good turns up in"
                + " about 37 of 100 runs of this length. At this pace it would take about 6 years"
                + " of trading to tell.");
  }

  @Test
  void saysWhenLuckIsUnlikelyAndThatItHoldsForOneTry() {
    Luck luck = Luck.of(turns(100, 0.03, -0.01), 0, 365, 0.5, TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.UNLIKELY_LUCK);
    assertThat(luck.sentence())
        .isEqualTo(
            "This is unlikely to be luck alone: without any edge, a result at least this good turns"
                + " up in fewer than 1 of 100 runs of this length. That holds for one try; the best"
                + " of several needs a higher bar.");
  }

  @Test
  void comparesWithWhatMoneyEarnsWithoutRisk() {
    Luck luck = Luck.of(turns(100, 0.03, -0.01), 0.02, 365, 0.5, TRADES);

    assertThat(luck.judgement()).isEqualTo(Luck.Judgement.NO_GAIN);
    assertThat(luck.sentence()).contains("no more than money earns without risk");
  }

  private static double[] turns(int count, double first, double second) {
    double[] returns = new double[count];
    for (int i = 0; i < count; i++) {
      returns[i] = i % 2 == 0 ? first : second;
    }
    return returns;
  }
}
