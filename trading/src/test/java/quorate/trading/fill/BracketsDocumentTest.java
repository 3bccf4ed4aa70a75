package quorate.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.domain.Instruments;
import quorate.domain.property.SharedData;
import quorate.trading.BracketTrial;
import quorate.trading.Desk;
import quorate.trading.order.BracketRules;

/// Runs every example of "Brackets in a playbook" of `docs/fills.md`: the council, risk, broker and
/// ledger together.
final class BracketsDocumentTest {
  private static final int COLUMNS = 4;

  private record Row(String number, String rules, String events, String outcome) {}

  @TestFactory
  List<DynamicTest> everyHandWorkedExampleHolds() throws IOException {
    return rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                "example " + row.number + ": " + row.events,
                () -> assertThat(outcomeOf(row)).isEqualTo(row.outcome)))
        .toList();
  }

  @Test
  void theDocumentHoldsAllItsExamples() throws IOException {
    assertThat(rows().stream().map(Row::number)).hasSize(10).doesNotHaveDuplicates();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(SharedData.projectRoot().resolve("docs").resolve("fills.md"))) {
      List<String> cells = List.of(line.split("\\|", -1));
      if (cells.size() == COLUMNS + 2 && cells.get(1).strip().matches("\\d+")) {
        List<String> row = cells.subList(1, COLUMNS + 1).stream().map(String::strip).toList();
        rows.add(new Row(row.get(0), row.get(1), row.get(2), row.get(3)));
      }
    }
    return rows;
  }

  private static String outcomeOf(Row row) {
    double atr = row.rules.startsWith("atr ") ? Double.parseDouble(row.rules.substring(4)) : 1;
    BracketTrial trial =
        new BracketTrial(
            new Desk(
                Instruments.of(Desk.ES),
                FillsDocumentTest.costs(row.rules),
                FillsDocumentTest.rules(row.rules),
                Desk.wideLimits()),
            BracketRules.defaults(),
            atr);
    trial.desk.trade("100.00", 1);
    StringBuilder outcome = new StringBuilder();
    int number = 0;
    for (String event : row.events.split("/", -1)) {
      number++;
      happen(trial, event.strip());
      List<String> news = trial.news();
      if (!news.isEmpty()) {
        outcome
            .append(outcome.isEmpty() ? "" : "; ")
            .append("event ")
            .append(number)
            .append(": ")
            .append(String.join(", ", news));
      }
    }
    return outcome.toString();
  }

  private static void happen(BracketTrial trial, String event) {
    String[] words = event.split(" ", -1);
    if (!words[0].equals("council")) {
      FillsDocumentTest.happen(trial.desk, event);
      return;
    }
    switch (words[1]) {
      case "long" -> trial.acts(Long.parseLong(words[2]));
      case "short" -> trial.acts(-Long.parseLong(words[2]));
      case "flat" -> trial.acts(0);
      case "silent" -> trial.isSilent();
      default -> throw new IllegalArgumentException("unknown decision: " + event);
    }
  }
}
