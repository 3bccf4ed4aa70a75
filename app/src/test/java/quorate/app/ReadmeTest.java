package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.SharedData;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;

/// The worked example of the README, typed as it stands there.
class ReadmeTest {
  private static final String BEGIN = "<!-- worked example -->";
  private static final String END = "<!-- end of the example -->";

  @TempDir Path folder;

  @Test
  void theWayFromAnOwnFileToAReportIsAsItSays() throws Exception {
    assertGoesAsItSays(new Workbench(folder));
  }

  /// As after the demo, which comes first in the README.
  @Test
  void theWayIsTheSameWhenTheLakeHoldsOtherDataAlready() throws Exception {
    assertGoesAsItSays(new Workbench(folder).ingested());
  }

  private static void assertGoesAsItSays(Workbench bench) throws Exception {
    Files.writeString(
        bench.at("quorate.yaml"),
        Files.readString(bench.at("quorate.yaml"))
            .replace("data:\n", "data:\n  instruments: " + bench.at("instruments.yaml") + "\n"));
    Files.delete(bench.at("mappings/vendor.yaml"));
    bench.write("instruments.yaml", block("```yaml"));
    bench.write("acme.csv", dailyBars());

    for (String line : block("```sh").lines().toList()) {
      String command = line.replaceFirst("#.*", "").strip().replaceFirst("^./quorate ", "");
      List<String> arguments =
          Arrays.asList(command.replace("acme.csv", bench.at("acme.csv").toString()).split(" +"));
      CommandLineSession session = bench.run(arguments.toArray(String[]::new));
      assertThat(session.err()).as(line).isEmpty();
      assertThat(session.exitCode()).as(line).isZero();
    }

    assertThat(bench.runs()).hasSize(1);
    assertThat(bench.runs().getFirst().resolve("report.html")).exists();
  }

  private static String block(String fence) throws Exception {
    String readme = Files.readString(SharedData.projectRoot().resolve("README.md"));
    String example = readme.substring(readme.indexOf(BEGIN), readme.indexOf(END));
    int begin = example.indexOf(fence + "\n") + fence.length() + 1;
    return example.substring(begin, example.indexOf("```", begin)).strip() + "\n";
  }

  /// A year and a half of trading days whose price swings by a tenth every other month.
  private static String dailyBars() {
    SessionCalendar shares = Calendars.named("US_EQUITIES");
    StringBuilder rows = new StringBuilder("date,open,high,low,close,volume\n");
    for (LocalDate day = LocalDate.of(2023, 1, 2);
        day.isBefore(LocalDate.of(2024, 7, 1));
        day = day.plusDays(1)) {
      if (shares.sessionOn(day).isEmpty()) {
        continue;
      }
      double close = 50 + 5 * Math.sin(day.toEpochDay() * 2 * Math.PI / 60);
      rows.append(
          "%s,%.2f,%.2f,%.2f,%.2f,100000%n".formatted(day, close, close + 1, close - 1, close));
    }
    return rows.toString();
  }
}
