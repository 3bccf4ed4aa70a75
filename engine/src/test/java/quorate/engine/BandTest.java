package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.JournalEntry.DecisionTaken;
import quorate.domain.JournalEntry.EquityMarked;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.Money;
import quorate.domain.settings.Settings;
import quorate.engine.Example.Recording;
import quorate.engine.playbook.Playbook;

/// The band where a limit of risk leaves only part of what the allocation asks for: half the
/// equity, which is another number at every price.
class BandTest {
  private static final Map<String, Object> VOLATILE =
      Map.of("target_volatility", "10", "max_leverage", "100", "volatility_window", "5");
  private static final Map<String, Object> FIXED = Map.of("method", "fixed", "size", "5000");

  @Test
  void holdsWhereALimitBinds() {
    assertThat(orders(VOLATILE, "0.9")).isLessThan(orders(VOLATILE, "0") / 3);
    assertThat(orders(FIXED, "0.9")).isLessThan(orders(FIXED, "0") / 3);
  }

  /// Every turn of the council closes and opens, two orders; where price carries the position out
  /// of the limit, one more brings it so far inside that it stays until the next turn.
  @Test
  void tradesAtMostOnceBetweenTheTurns() {
    Recording tape = run(FIXED, "0.5");

    int turns =
        (int) tape.of(DecisionTaken.class).stream().filter(each -> each.decision().acts()).count();
    assertThat(turns).isGreaterThan(50);
    assertThat(tape.of(OrderApproved.class)).hasSizeBetween(2 * turns - 1, 3 * turns);
  }

  /// Forty coins are 40,000 dollars at first and far from the limit of 50,000, until the price has
  /// risen by half. What the allocation wants is what is held all the time.
  @Test
  void bringsBackAWantedSizeThatPriceHasCarriedOutOfALimit() {
    Recording tape = new Recording();
    Example.session(playbook(Map.of("method", "fixed", "size", "40"), "0.1"))
        .run(Example.rise(300, 200), Example.inputs(300), tape, Progress.none());

    long worth = tape.of(EquityMarked.class).getLast().exposure().units() / Money.ONE;
    assertThat(tape.of(OrderFilled.class)).hasSizeGreaterThan(1);
    assertThat(worth).isLessThanOrEqualTo(50_000);
  }

  private static int orders(Map<String, Object> allocation, String band) {
    return run(allocation, band).of(OrderApproved.class).size();
  }

  private static Recording run(Map<String, Object> allocation, String band) {
    Recording tape = new Recording();
    Example.session(playbook(allocation, band))
        .run(Example.walk(3_000), Example.inputs(3_000), tape, Progress.none());
    return tape;
  }

  private static Playbook playbook(Map<String, Object> allocation, String band) {
    Map<String, Object> settings = Example.settings();
    Map<String, Object> sizing = new HashMap<>(allocation);
    sizing.put("band", band);
    settings.put("allocation", sizing);
    settings.put(
        "risk",
        Map.of(
            "max_order_size", "10000",
            "max_position_size", "10000",
            "max_notional", "50000",
            "max_leverage", "1",
            "max_daily_drawdown", "0.9",
            "max_drawdown", "0.9"));
    return Playbook.from(Settings.of(settings));
  }
}
