package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
  @Test
  void everyBenchmarkPrintsItsFiguresWithNameUnitAndAPositiveValue() {
    CommandLineSession session = CommandLineSession.of("bench", "--quick", "--json");

    List<JsonNode> lines = session.out().lines().map(JsonMapper.shared()::readTree).toList();
    Map<String, String> units = new TreeMap<>();
    lines.forEach(line -> units.put(line.get("name").asString(), line.get("unit").asString()));
    assertThat(lines)
        .extracting(line -> line.get("details"))
        .filteredOn(details -> details.has("runs"))
        .isNotEmpty()
        .allSatisfy(details -> assertThat(details.get("runs").asInt()).isEqualTo(1));
    assertThat(session.err()).isEmpty();
    assertThat(session.exitCode()).isZero();
    assertThat(lines.getFirst().get("name").asString()).isEqualTo("calibration.fma");
    assertThat(lines.getFirst().get("details").get("what").asString()).endsWith("in registers");
    assertThat(units)
        .containsEntry("calibration.cores", "cores")
        .containsEntry("calibration.memory", "GB/s")
        .containsEntry("bars", "trades/s")
        .containsEntry("bars.allocated", "B/trade")
        .containsEntry("features.indicator.sma", "ns/bar")
        .containsEntry("features.es-futures.30m.p99", "µs")
        .containsEntry("features.matrix-read.p99", "µs")
        .containsEntry("features.ledoit-wolf", "ms")
        .containsEntry("features.ledoit-wolf.identity", "ms")
        .containsEntry("features.ledoit-wolf.single-index", "ms")
        .containsEntry("engine-trades", "trades/s")
        .containsEntry("engine-trades.one-day-equity", "USD")
        .containsEntry("engine-bars", "bars/s")
        .containsEntry("ingest", "rows/s")
        .containsEntry("memory", "MiB")
        .containsEntry("sac-pendulum", "steps/s");
    assertThat(lines).extracting(line -> line.get("name").asString()).doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(line -> !line.get("name").asString().equals("bars.allocated"))
        .filteredOn(line -> !line.get("name").asString().equals("calibration.load"))
        .allSatisfy(line -> assertThat(line.get("value").asDouble()).isPositive());
    assertThat(lines)
        .filteredOn(line -> line.get("name").asString().startsWith("engine-"))
        .hasSize(3)
        .map(line -> line.get("details"))
        .allSatisfy(details -> {
          assertThat(details.get("orders").asInt()).isPositive();
          assertThat(details.get("final_equity").asString()).endsWith(" USD");
        });
  }

  @Test
  void oneFigureOfLearningIsMeasuredAlone() {
    CommandLineSession session =
        CommandLineSession.of("bench", "--quick", "--json", "ppo-step", "calibration");

    assertThat(session.out().lines().map(JsonMapper.shared()::readTree))
        .extracting(line -> line.get("name").asString())
        .containsExactly(
            "calibration.fma",
            "calibration.cores",
            "calibration.memory",
            "calibration.load",
            "ppo-step");
  }

  @Test
  void aBenchmarkThatDoesNotExistIsWrongUseAndNamesTheNearest() {
    CommandLineSession session = CommandLineSession.of("bench", "engine-trade");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).contains("did you mean \"engine-trades\"?").hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }
}
