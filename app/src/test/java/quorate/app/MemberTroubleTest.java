package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MemberTroubleTest {
  /// 3,000 trades a minute apart close 599 bars of five minutes; the last one is still growing.
  private static final String BARS = "599";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Workbench bench;

  @BeforeEach
  void fillTheLake() throws Exception {
    bench = new Workbench(folder).ingested();
  }

  @Test
  void saysThatAMemberFailedOnEveryBarAndWhy() throws Exception {
    seatAMemberThatThrows();

    CommandLineSession session = bench.run("backtest", "waves");

    assertThat(session.out())
        .contains("\nBoom failed on 599 of 599 bars: IllegalStateException: boom\n");
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(Files.readString(bench.runs().getFirst().resolve("report.html")))
        .contains("Boom failed on " + BARS + " of " + BARS + " bars: IllegalStateException: boom");
  }

  @Test
  void tellsAMachineWhichMemberFailed() throws Exception {
    seatAMemberThatThrows();

    CommandLineSession session = bench.run("backtest", "waves", "--json");

    JsonNode member = JsonMapper.shared().readTree(session.out()).get("members").get(0);
    assertThat(member.get("member").asString()).isEqualTo("Boom");
    assertThat(member.get("bars_failed").asInt()).isEqualTo(599);
    assertThat(member.get("bars").asInt()).isEqualTo(599);
    assertThat(member.get("first_failure").asString()).isEqualTo("IllegalStateException: boom");
    assertThat(session.exitCode()).isEqualTo(3);
  }

  @Test
  void saysThatAMemberNeverHadEnoughBars() throws Exception {
    Path file = bench.at("playbooks/waves.yaml");
    Files.writeString(file, Files.readString(file).replace("slow: 9", "slow: 5000"));

    CommandLineSession session = bench.run("backtest", "waves");

    assertThat(session.out()).contains("\ntrend was warming up on 599 of 599 bars\n");
    assertThat(session.exitCode()).isZero();
  }

  private void seatAMemberThatThrows() throws Exception {
    bench.write(
        "strategies/Boom.java",
        """
        package strategies;

        import quorate.agents.Agent;
        import quorate.agents.AgentParameters;
        import quorate.domain.Observation;
        import quorate.domain.Opinion;
        import quorate.domain.View;

        public final class Boom implements Agent {
          private final View view;

          public Boom(AgentParameters parameters) {
            view = View.of(parameters.timeframe(), "close");
          }

          @Override
          public View view() {
            return view;
          }

          @Override
          public Opinion opine(Observation seen) {
            throw new IllegalStateException("boom");
          }
        }
        """);
    Path file = bench.at("playbooks/waves.yaml");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceAll("(?s)members:.*allocation", "members:\n    - Boom\nallocation"));
  }
}
