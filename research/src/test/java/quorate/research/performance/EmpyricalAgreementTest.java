package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.Currency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every figure that empyrical-reloaded 0.7.1 has, on seeded returns; the fixture's script is in
/// `src/test/fixtures`.
class EmpyricalAgreementTest {
  /// The fixture's months were made from days that start here.
  private static final long FIRST_DAY_NS = 1_609_718_400L * 1_000_000_000L;

  static List<JsonNode> fixtures() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EmpyricalAgreementTest.class.getResourceAsStream("empyrical.json"))) {
      List<JsonNode> cases = new ArrayList<>();
      JsonMapper.shared().readTree(in).forEach(cases::add);
      return cases;
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void agreesWithEmpyricalToEightPlaces(JsonNode fixture) {
    TrackRecord record =
        new TrackRecord(
            Currency.USD,
            new EveryDay(0, 24, fixture.get("periodsPerYear").asInt(), List.of()),
            curve(fixture.get("returns")),
            Optional.of(curve(fixture.get("benchmark"))),
            List.of(),
            List.of());

    Performance performance =
        Performance.of(
            record, new PerformanceSettings(fixture.get("riskFreeRatePerYear").asDouble()));

    assertThat(performance.sampling().rule()).isEqualTo(Sampling.Rule.DAILY);
    for (var expected : fixture.get("expected").properties()) {
      var value = performance.value(Metric.valueOf(expected.getKey()));
      if (expected.getValue().isNull()) {
        assertThat(value).as(expected.getKey()).isEmpty();
      } else {
        double size = Math.max(1, Math.abs(expected.getValue().asDouble()));
        assertThat(value.orElseThrow())
            .as(expected.getKey())
            .isCloseTo(expected.getValue().asDouble(), Offset.offset(1e-8 * size));
      }
    }
  }

  private static EquityCurve curve(JsonNode returns) {
    double[] values =
        StreamSupport.stream(returns.spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .toArray();
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(FIRST_DAY_NS, 100_000, 0);
    double equity = 100_000;
    for (int i = 0; i < values.length; i++) {
      equity *= 1 + values[i];
      recorder.mark(FIRST_DAY_NS + (i + 1) * EveryDay.DAY_NS, equity, 0);
    }
    return recorder.curve();
  }
}
