package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.domain.Decision;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry.BarClosed;
import quorate.domain.JournalEntry.DecisionTaken;
import quorate.domain.JournalEntry.EquityMarked;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRefused;
import quorate.domain.JournalEntry.RunFinished;
import quorate.domain.JournalEntry.TradeClosed;
import quorate.domain.Money;
import quorate.domain.Verdict;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.engine.Example.Recording;
import quorate.engine.playbook.Playbook;
import quorate.market.feed.Feed;

class BacktestSessionTest {

  @Test
  void walksFromTradesToFillsAndAccounts() {
    Recording tape = new Recording();

    RunResult result = run(Example.playbook(), Example.walk(5_000), tape);

    assertThat(result.events()).isEqualTo(5_000);
    assertThat(result.fills()).isGreaterThan(50);
    assertThat(tape.of(OrderFilled.class)).hasSize((int) result.fills());
    assertThat(tape.of(OrderApproved.class)).hasSize((int) result.orders());
    // 5,000 minutes are 1,000 bars of five; the last one is growing when the stream ends.
    assertThat(tape.of(BarClosed.class)).hasSize(1_000);
    assertThat(result.decisions()).isEqualTo(999);
    assertThat(tape.of(RunFinished.class).getFirst().equity())
        .isEqualTo(result.holdings().equity());
  }

  @Test
  void endsWithTheLastEventWhateverAFeedLeavesInTheCursorBehindIt() {
    Recording tape = new Recording();
    Feed walk = Example.walk(100);
    Feed careless =
        new Feed() {
          @Override
          public boolean next(EventCursor into) {
            boolean found = walk.next(into);
            if (!found) {
              into.timeNs += 1_000_000 * Example.MINUTE;
            }
            return found;
          }

          @Override
          public void close() {
            walk.close();
          }
        };

    run(Example.playbook(), careless, tape);

    // The first of 100 trades, one a minute, is at the start.
    assertThat(tape.of(RunFinished.class).getFirst().timeNs())
        .isEqualTo(Example.START + 99 * Example.MINUTE);
  }

  /// Cash is what the fills say, to the unit: nothing in the loop touches it but the ledger.
  @Test
  void accountsForEveryFillAndNothingElse() {
    Recording tape = new Recording();

    RunResult result = run(Example.playbook(), Example.walk(5_000), tape);

    long cash = 100_000 * Money.ONE;
    for (OrderFilled filled : tape.of(OrderFilled.class)) {
      var fill = filled.fill();
      // price has 2 places and quantity 4, so their product is in 10⁻⁶: times 100 is 10⁻⁸.
      cash -= fill.signedQuantity() * fill.price() * 100 + fill.commission().units();
    }
    assertThat(result.holdings().cash())
        .containsExactly(Money.ofUnits(cash, Example.BTC.currency()));
  }

  @Test
  void fillsNoOrderOnTheEventItWasMadeOn() {
    Recording tape = new Recording();

    run(Example.playbook(), Example.walk(5_000), tape);

    Map<Long, Long> made = new HashMap<>();
    tape.of(OrderApproved.class).forEach(each -> made.put(each.order().id(), each.timeNs()));
    assertThat(tape.of(OrderFilled.class))
        .isNotEmpty()
        .allSatisfy(filled ->
            assertThat(filled.fill().timeNs()).isGreaterThan(made.get(filled.fill().orderId())));
  }

  @Test
  void decidesOnNothingThatIsNotOverYet() {
    Recording tape = new Recording();

    run(Example.playbook(), Example.walk(5_000), tape);

    assertThat(tape.of(DecisionTaken.class))
        .isNotEmpty()
        .allSatisfy(
            taken -> assertThat(taken.decision().asOfNs()).isLessThanOrEqualTo(taken.timeNs()));
  }

  @Test
  void learnsAllBarsThatOneEventClosesAndActsOnTheNewestOnly() {
    Recording tape = new Recording();
    LongStream minutes = LongStream.concat(LongStream.range(0, 300), LongStream.of(363));

    RunResult result = run(Example.playbook(), Example.walk(minutes), tape);

    // The trade in minute 363 closes [295, 300) and the quiet bars up to [355, 360): 13.
    long last = Example.START + 363 * Example.MINUTE;
    assertThat(tape.of(BarClosed.class))
        .filteredOn(each -> each.timeNs() == last && !each.bar().isFlagged(BarFlags.UNFINISHED))
        .hasSize(13);
    // 59 bars before, each closed by a trade of its own, and the 13 at once.
    assertThat(result.decisions()).isEqualTo(60);
    // After nine quiet bars both averages are equal, so nobody has a view; and it is of now.
    Decision newest = tape.of(DecisionTaken.class).getLast().decision();
    assertThat(newest.verdict()).isNotEqualTo(Verdict.ACT);
    assertThat(newest.asOfNs()).isEqualTo(Example.START + 360 * Example.MINUTE);
  }

  @Test
  void givesTheSameTapeForTheSameEvents() {
    Recording first = new Recording();
    Recording second = new Recording();

    run(Example.playbook(), Example.walk(3_000), first);
    run(Example.playbook(), Example.walk(3_000), second);

    assertThat(second.entries).isEqualTo(first.entries);
  }

  @Test
  void marksEquityAtEveryBarAndAtTheEnd() {
    Recording tape = new Recording();

    RunResult result = run(Example.playbook(), Example.walk(500), tape);

    assertThat(tape.of(EquityMarked.class)).hasSize((int) result.decisions() + 1);
    assertThat(tape.of(EquityMarked.class).getLast().equity())
        .isEqualTo(result.holdings().equity());
  }

  @Test
  void closesTradesWithWhatTheirFillsHaveEarned() {
    Recording tape = new Recording();

    RunResult result = run(Example.playbook(), Example.walk(5_000), tape);

    long closed =
        tape.of(TradeClosed.class).stream().mapToLong(e -> e.trade().grossProfit().units()).sum();
    assertThat(result.holdings().position(0).realised().units()).isEqualTo(closed);
  }

  @Test
  void writesRefusedOrdersDownWithTheirReason() {
    Map<String, Object> settings = Example.settings();
    settings.put("risk", Map.of("max_order_size", "0.5", "max_daily_drawdown", "0.0001"));
    Recording tape = new Recording();

    run(Playbook.from(Settings.of(settings)), Example.walk(5_000), tape);

    assertThat(tape.of(OrderRefused.class))
        .isNotEmpty()
        .allSatisfy(refused -> assertThat(refused.rule()).isEqualTo("max_daily_drawdown"));
  }

  @Test
  void leavesAPositionThatNoQuorateCouncilStandsBehindWhenToldSo() {
    Map<String, Object> settings = Example.settings();
    // Two that never agree: the one is always short where the other is long.
    settings.put(
        "council",
        Map.of(
            "timeframe",
            "5m",
            "agreement",
            "1",
            "confidence",
            "0",
            "otherwise",
            "flat",
            "members",
            List.of(cross("3", "9"), cross("2", "40"))));
    Recording tape = new Recording();

    run(Playbook.from(Settings.of(settings)), Example.walk(2_000), tape);

    // At every disagreement the position is closed, so some orders are half a reversal.
    var verdicts = tape.of(DecisionTaken.class).stream().map(e -> e.decision().verdict()).toList();
    assertThat(verdicts).contains(Verdict.ACT, Verdict.NO_AGREEMENT);
    assertThat(tape.of(TradeClosed.class))
        .anySatisfy(closed ->
            assertThat(tape.of(OrderApproved.class))
                .noneMatch(order ->
                    order.timeNs() == closed.timeNs()
                        && order.order().side() == closed.trade().side()));
  }

  @Test
  void endsEmptyWhenTheFeedIs() {
    Recording tape = new Recording();

    RunResult result = run(Example.playbook(), Example.walk(0), tape);

    assertThat(result.events()).isZero();
    assertThat(tape.entries).hasSize(2).last().isInstanceOf(RunFinished.class);
  }

  @Test
  void stopsWhenAPersonInterruptsIt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> run(Example.playbook(), Example.walk(100_000), new Recording()))
        .isInstanceOf(InterruptedRunException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesAnAgentThatDoesNotExist() {
    Map<String, Object> settings = Example.settings();
    settings.put("council", Map.of("members", List.of("trand")));

    assertThatThrownBy(() -> Example.session(Playbook.from(Settings.of(settings))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no agent is called \"trand\"")
        .hasMessageContaining("did you mean \"trend\"?");
  }

  @Test
  void refusesAnAgentsUnknownParameter() {
    Map<String, Object> settings = Example.settings();
    settings.put(
        "council",
        Map.of("members", List.of(Map.of("name", "trend", "parameters", Map.of("fats", "3")))));

    assertThatThrownBy(() -> Example.session(Playbook.from(Settings.of(settings))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("did you mean \"fast\"?");
  }

  @Test
  void refusesBarsThatTheCouncilsBarsCannotBeMadeOf() {
    Map<String, Object> settings = Example.settings();
    settings.put(
        "data", Map.of("instruments", List.of("BTC-USD"), "kind", "bars", "timeframe", "1d"));

    assertThatThrownBy(() -> Example.session(Playbook.from(Settings.of(settings))))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "data.timeframe must divide council.timeframe, so that its bars are made of whole ones,"
                + " but 1d does not divide 5m");
  }

  @Test
  void refusesBarsThatAMembersBarsCannotBeMadeOf() {
    Map<String, Object> settings = Example.settings();
    settings.put(
        "data", Map.of("instruments", List.of("BTC-USD"), "kind", "bars", "timeframe", "5m"));
    settings.put(
        "council",
        Map.of(
            "timeframe",
            "30m",
            "members",
            List.of(Map.of("name", "trend", "parameters", Map.of("timeframe", "500t")))));

    assertThatThrownBy(() -> Example.session(Playbook.from(Settings.of(settings))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("the timeframe of council member \"trend\"")
        .hasMessageContaining("5m does not divide 500t");
  }

  private static Map<String, Object> cross(String fast, String slow) {
    return Map.of(
        "name",
        "cross-" + slow,
        "agent",
        "trend",
        "parameters",
        Map.of("fast", fast, "slow", slow, "adx_threshold", "0", "confidence", "fixed"));
  }

  private static RunResult run(Playbook playbook, Feed feed, Recording tape) {
    return Example.session(playbook).run(feed, Example.inputs(10), tape, Progress.none());
  }
}
