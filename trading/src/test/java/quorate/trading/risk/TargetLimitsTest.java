package quorate.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The part of a target that the limits allow.
final class TargetLimitsTest extends GateTrial {
  @Test
  void aTargetIsCutToWhatTheLimitsAllow() {
    assertThat(within(30)).isEqualTo(20);
    assertThat(within(-30)).isEqualTo(-20);
    assertThat(within(7)).isEqualTo(6);
    assertThat(within(0)).isZero();
    marks.mark(SHARE, 1_000);
    // 15,000 of notional buys 15, in lots of two 14.
    assertThat(within(20)).isEqualTo(14);
    assertThat(within(-20)).isEqualTo(-14);
    marks.mark(SHARE, 20_000);
    assertThat(within(20)).isZero();
    marks.mark(SHARE, 750);
    assertThat(within(20)).isEqualTo(20);
  }

  @Test
  void aTargetIsCutToTheLeverageThatOthersLeave() {
    equity(1_000);
    held = new long[] {0, -8};

    // 2 · 1000 − 800 = 1200 buys 12.
    assertThat(within(20)).isEqualTo(12);
  }

  @Test
  void aTargetOnlyMovesTowardsZeroInDrawdown() {
    equity = "100000";
    held = new long[] {8, 0};

    assertThat(within(12)).isEqualTo(8);
    assertThat(within(4)).isEqualTo(4);
    assertThat(within(-4)).isZero();
    held = new long[] {-8, 0};
    assertThat(within(-12)).isEqualTo(-8);
    assertThat(within(4)).isZero();
    sessionStart = "100000";
    assertThat(within(-12)).isEqualTo(-8);
    peak = "100000";
    assertThat(within(-12)).isEqualTo(-12);
  }
}
