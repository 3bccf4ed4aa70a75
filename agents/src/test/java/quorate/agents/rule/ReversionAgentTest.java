package quorate.agents.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.agents.AgentParameters;
import quorate.domain.Observation;
import quorate.domain.Opinion.Stance;
import quorate.domain.Timeframe;
import quorate.domain.property.ForAll;

class ReversionAgentTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);
  private static final float[] MIDDLE = {0.5f, 50};
  private static final float[] OVERSOLD = {-0.1f, 24};
  private static final float[] OVERBOUGHT = {1.1f, 76};
  private static final float[] LOW = {0.3f, 40};

  @Test
  void looksAtPercentBAndRsiAsFarBackAsItRemembers() {
    ReversionAgent agent = agent(Map.of());

    assertThat(agent.view().timeframe()).isEqualTo(FIVE_MINUTES);
    assertThat(agent.view().window()).isEqualTo(20);
    assertThat(agent.view().columns()).containsExactly("bollinger(20, 2).percent_b", "rsi(14)");
  }

  @Test
  void readsEveryParameter() {
    Map<String, Object> all =
        Map.of(
            "timeframe", "30m",
            "bands", 10,
            "deviations", 2.5,
            "rsi", 7,
            "oversold", 25,
            "overbought", 75,
            "exit", 0.4,
            "memory", 5);
    AgentParameters parameters = AgentParameters.of(FIVE_MINUTES, all);

    ReversionAgent agent = new ReversionAgent(parameters);

    parameters.rejectUnknown();
    assertThat(agent.view().timeframe()).isEqualTo(Timeframe.ofMinutes(30));
    assertThat(agent.view().window()).isEqualTo(5);
    assertThat(agent.view().columns()).containsExactly("bollinger(10, 2.5).percent_b", "rsi(7)");
  }

  @Test
  void goesAgainstTheStretch() {
    assertThat(stance(MIDDLE, OVERSOLD).direction()).isEqualTo(1);
    assertThat(stance(MIDDLE, OVERBOUGHT).direction()).isEqualTo(-1);
  }

  @Test
  void needsBothTheBandAndRsi() {
    assertThat(stance(MIDDLE, new float[] {-0.1f, 31}).direction()).isZero();
    assertThat(stance(MIDDLE, new float[] {0.1f, 20}).direction()).isZero();
    assertThat(stance(MIDDLE, new float[] {1.1f, 69}).direction()).isZero();
  }

  @Test
  void keepsItsViewUntilTheCloseIsBackAtTheMiddle() {
    assertThat(stance(OVERSOLD, LOW, LOW).direction()).isEqualTo(1);
    assertThat(stance(OVERSOLD, LOW, MIDDLE).direction()).isZero();
    assertThat(stance(OVERSOLD, MIDDLE, LOW).direction()).isZero();
  }

  @Test
  void forgetsAViewThatFoundNoReturn() {
    assertThat(stance(Map.of("memory", 3), OVERSOLD, LOW, LOW).direction()).isEqualTo(1);
    assertThat(stance(Map.of("memory", 3), LOW, LOW, LOW).direction()).isZero();
  }

  @Test
  void theNewestStretchCounts() {
    assertThat(stance(OVERSOLD, OVERBOUGHT).direction()).isEqualTo(-1);
    assertThat(stance(OVERBOUGHT, OVERSOLD).direction()).isEqualTo(1);
  }

  @Test
  void isAsSureAsTheStretchWasFar() {
    // beyond the band by 0.1 of their distance, a fifth of a half band; RSI a fifth below 30
    assertThat(stance(OVERSOLD, LOW).confidence()).isCloseTo(0.5 + 0.25 * 0.4, within(1e-6));
    assertThat(stance(MIDDLE, new float[] {-2, 0}).confidence()).isEqualTo(1);
    assertThat(stance(MIDDLE, new float[] {3, 100}).confidence()).isEqualTo(1);
  }

  @Test
  void isSureOfBeingFlatInTheMiddleAndHalfSureAtTheBands() {
    assertThat(stance(MIDDLE, MIDDLE).confidence()).isEqualTo(1);
    assertThat(stance(MIDDLE, new float[] {0, 40}).confidence()).isEqualTo(0.5);
    assertThat(stance(MIDDLE, new float[] {1.4f, 60}).confidence()).isEqualTo(0.5);
  }

  @Test
  void meansItsViewForAsLongAsItRemembers() {
    assertThat(stance(MIDDLE, OVERSOLD).horizonNs()).isEqualTo(Duration.ofMinutes(100).toNanos());
  }

  @Test
  void saysWhyInWordsAPersonCanRead() {
    assertThat(stance(MIDDLE, OVERSOLD).rationale().text())
        .isEqualTo("%b -0.10 is beyond its band with RSI 24.0: a return to the middle is due");
    assertThat(stance(OVERSOLD, LOW, LOW).rationale().text())
        .isEqualTo("%b was -0.10 with RSI 24.0 2 bars ago and is 0.30 now, not back at 0.50 yet");
    assertThat(stance(MIDDLE, LOW).rationale().text())
        .isEqualTo("%b 0.30 with RSI 40.0: not stretched");
  }

  @Test
  void agreesWithARememberedSideThatIsWalkedForward() {
    ForAll.cases(
        3_000,
        11,
        ReversionAgentTest::walk,
        rows -> {
          int remembered = 0;
          for (float[] row : rows) {
            if (row[0] < 0 && row[1] < 30) {
              remembered = 1;
            } else if (row[0] > 1 && row[1] > 70) {
              remembered = -1;
            } else if ((remembered > 0 && row[0] >= 0.5) || (remembered < 0 && row[0] <= 0.5)) {
              remembered = 0;
            }
          }

          assertThat(stance(Map.of("memory", rows.length), rows).direction()).isEqualTo(remembered);
        });
  }

  @Test
  void aMirroredMarketGivesTheMirroredView() {
    ForAll.cases(
        1_000,
        12,
        ReversionAgentTest::walk,
        rows -> {
          float[][] mirrored = new float[rows.length][];
          for (int i = 0; i < rows.length; i++) {
            mirrored[i] = new float[] {1 - rows[i][0], 100 - rows[i][1]};
          }
          Stance one = stance(Map.of("memory", rows.length), rows);
          Stance other = stance(Map.of("memory", rows.length), mirrored);

          assertThat(other.direction()).isEqualTo(0.0 - one.direction());
          assertThat(other.confidence()).isCloseTo(one.confidence(), within(1e-5));
        });
  }

  /// A wandering close: %b in quarters and RSI in tens, so that thresholds are met exactly too.
  private static float[][] walk(RandomGenerator random) {
    float[][] rows = new float[random.nextInt(1, 30)][];
    int place = 2;
    for (int i = 0; i < rows.length; i++) {
      place = Math.clamp(place + random.nextInt(-2, 3), -2, 6);
      int rsi = Math.clamp(10L * (place + 3) + 10L * random.nextInt(-2, 3), 0, 100);
      rows[i] = new float[] {place / 4f, rsi};
    }
    return rows;
  }

  private static ReversionAgent agent(Map<String, Object> parameters) {
    return new ReversionAgent(AgentParameters.of(FIVE_MINUTES, parameters));
  }

  /// What it says after these rows, in bars whose memory was filled up with the middle before.
  private static Stance stance(float[]... rows) {
    return stance(Map.of(), rows);
  }

  private static Stance stance(Map<String, Object> parameters, float[]... rows) {
    ReversionAgent agent = agent(parameters);
    int window = agent.view().window();
    float[] values = new float[2 * window];
    for (int row = 0; row < window; row++) {
      int given = rows.length - window + row;
      System.arraycopy(given < 0 ? MIDDLE : rows[given], 0, values, 2 * row, 2);
    }
    return (Stance) agent.opine(Observation.of(0, 0, agent.view().columns(), values));
  }
}
