package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The tape writes these as their numbers, so neither order nor bits may ever change; new ones are
/// appended.
class TapeOrderTest {
  @Test
  void keepsTheOrderOfEveryEnumOnTheTape() {
    assertThat(EventKind.values()).containsExactly(EventKind.TRADE, EventKind.QUOTE, EventKind.BAR);
    assertThat(Side.values()).containsExactly(Side.BUY, Side.SELL);
    assertThat(TimeInForce.values())
        .containsExactly(TimeInForce.GOOD_TILL_CANCELLED, TimeInForce.DAY);
    assertThat(Purpose.values())
        .containsExactly(
            Purpose.TARGET_POSITION,
            Purpose.ENTRY,
            Purpose.STOP_LOSS,
            Purpose.TAKE_PROFIT,
            Purpose.FLATTEN);
    assertThat(Verdict.values())
        .containsExactly(
            Verdict.ACT, Verdict.NO_QUORUM, Verdict.NO_AGREEMENT, Verdict.LOW_CONFIDENCE);
    assertThat(Timeframe.Kind.values())
        .containsExactly(
            Timeframe.Kind.TIME,
            Timeframe.Kind.TICKS,
            Timeframe.Kind.VOLUME,
            Timeframe.Kind.DOLLARS);
  }

  @Test
  void keepsTheBitsOfABar() {
    assertThat(BarFlags.FLAT).isEqualTo(1);
    assertThat(BarFlags.AFTER_GAP).isEqualTo(2);
    assertThat(BarFlags.SHORT).isEqualTo(4);
    assertThat(BarFlags.UNFINISHED).isEqualTo(8);
    assertThat(BarFlags.SESSION_START).isEqualTo(16);
  }
}
