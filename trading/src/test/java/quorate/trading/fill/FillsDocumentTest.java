package quorate.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.Instruments;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;
import quorate.domain.TimeInForce;
import quorate.domain.property.SharedData;
import quorate.trading.Desk;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;

/// Runs every row of every table of `docs/fills.md` through the simulated broker.
final class FillsDocumentTest {
  private static final int COLUMNS = 6;

  private record Row(
      String number, String before, String orders, String costs, String events, String outcome) {}

  @TestFactory
  List<DynamicTest> everyHandWorkedExampleHolds() throws IOException {
    return rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                "example " + row.number + ": " + row.orders + " on " + row.events,
                () -> assertThat(outcomeOf(row)).isEqualTo(row.outcome)))
        .toList();
  }

  @Test
  void theDocumentHoldsAllItsExamples() throws IOException {
    List<String> numbers = rows().stream().map(Row::number).toList();

    assertThat(numbers).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @Test
  void aRowThatDoesNotHoldWouldFail() {
    Row wrong = new Row("0", "100.00", "buy 1 market", "", "trade 100.50 v5", "nothing");

    assertThatThrownBy(() -> assertThat(outcomeOf(wrong)).isEqualTo(wrong.outcome))
        .hasMessageContaining("order 1 fills 1 at 100.50");
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(SharedData.projectRoot().resolve("docs").resolve("fills.md"))) {
      List<String> cells = List.of(line.split("\\|", -1));
      if (cells.size() == COLUMNS + 2 && cells.get(1).strip().matches("\\d+")) {
        List<String> row = cells.subList(1, COLUMNS + 1).stream().map(String::strip).toList();
        rows.add(new Row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
      }
    }
    return rows;
  }

  private static String outcomeOf(Row row) {
    Desk desk =
        new Desk(Instruments.of(Desk.ES), costs(row.costs), rules(row.costs), Desk.wideLimits());
    desk.trade(row.before, 1);
    long id = 1;
    for (String order : row.orders.split(";", -1)) {
      desk.submit(order(id++, order.strip(), desk.nowNs()));
    }
    desk.said.clear();
    StringBuilder outcome = new StringBuilder();
    int number = 0;
    for (String event : row.events.split("/", -1)) {
      number++;
      happen(desk, event.strip());
      if (!desk.said.isEmpty()) {
        outcome
            .append(outcome.isEmpty() ? "" : "; ")
            .append("event ")
            .append(number)
            .append(": ")
            .append(String.join(", ", desk.news()));
        desk.said.clear();
      }
    }
    return outcome.isEmpty() ? "nothing" : outcome.toString();
  }

  static CostModel costs(String settings) {
    int spread = 0;
    int slippage = 0;
    for (String setting : settings.split(",", -1)) {
      String[] words = setting.strip().split(" ", -1);
      switch (words[0]) {
        case "spread" -> spread = Integer.parseInt(words[1]);
        case "slippage" -> slippage = Integer.parseInt(words[1]);
        default -> {}
      }
    }
    return new CostModel(spread, slippage, CommissionRule.free());
  }

  static FillRules rules(String settings) {
    FillRules rules = FillRules.defaults();
    for (String setting : settings.split(",", -1)) {
      String[] words = setting.strip().split(" ", -1);
      rules =
          switch (words[0]) {
            case "touch" -> rules.touching();
            case "unlimited" -> rules.unlimited();
            case "participation" -> rules.participating(Double.parseDouble(words[1]));
            case "latency" ->
                rules.delayed(Long.parseLong(words[1].replace("s", "")) * 1_000_000_000L);
            case "spread", "slippage", "atr", "" -> rules;
            default -> throw new IllegalArgumentException("unknown setting: " + setting);
          };
    }
    return rules;
  }

  private static Order order(long id, String text, long nowNs) {
    String[] words = text.split(" ", -1);
    OrderTerms terms =
        switch (words[2]) {
          case "market" -> OrderTerms.MARKET;
          case "limit" -> new OrderTerms.Limit(Desk.ES.parsePrice(words[3]));
          case "stop" -> new OrderTerms.Stop(Desk.ES.parsePrice(words[3]));
          default -> throw new IllegalArgumentException("unknown terms: " + text);
        };
    TimeInForce lasts = TimeInForce.GOOD_TILL_CANCELLED;
    long group = 0;
    long parent = 0;
    for (int i = 3; i < words.length; i++) {
      switch (words[i]) {
        case "day" -> lasts = TimeInForce.DAY;
        case "group" -> group = Long.parseLong(words[i + 1]);
        case "parent" -> parent = Long.parseLong(words[i + 1]);
        default -> {}
      }
    }
    Side side = words[0].equals("buy") ? Side.BUY : Side.SELL;
    return new Order(
        id,
        0,
        side,
        terms,
        Long.parseLong(words[1]),
        lasts,
        group,
        parent,
        Purpose.TARGET_POSITION,
        nowNs);
  }

  static void happen(Desk desk, String event) {
    String[] words = event.replace("early bar", "early").split(" ", -1);
    switch (words[0]) {
      case "trade" -> desk.trade(words[1], volume(words[2]));
      case "quote" -> desk.quote(words[1], volume(words[2]), words[3], volume(words[4]));
      case "bar" -> desk.bar(words[1], words[2], words[3], words[4], volume(words[5]));
      case "early" -> desk.earlyBar(words[1], words[2], words[3], words[4], volume(words[5]));
      case "session" -> desk.sessionEnd();
      default -> throw new IllegalArgumentException("unknown event: " + event);
    }
  }

  private static long volume(String word) {
    return Long.parseLong(word.substring(1));
  }
}
