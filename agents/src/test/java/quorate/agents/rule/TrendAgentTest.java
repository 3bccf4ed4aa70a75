package quorate.agents.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.agents.AgentParameters;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Opinion.Abstention;
import quorate.domain.Opinion.Stance;
import quorate.domain.Timeframe;

class TrendAgentTest {
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);
  private static final Map<String, Object> PLAIN_CROSS =
      Map.of("adx_threshold", 0, "confidence", "fixed");

  @Test
  void looksAtTheGapAdxAndTheDistanceByDefault() {
    TrendAgent agent = agent(Map.of());

    assertThat(agent.view().timeframe()).isEqualTo(FIVE_MINUTES);
    assertThat(agent.view().window()).isEqualTo(1);
    assertThat(agent.view().columns())
        .containsExactly(
            "gap(sma(10), sma(30))",
            "adx(14)",
            "distance(sma(10), sma(30), standard_deviation(30))");
  }

  @Test
  void looksOnlyAtTheGapAsAPlainCross() {
    assertThat(agent(PLAIN_CROSS).view().columns()).containsExactly("gap(sma(10), sma(30))");
  }

  @Test
  void readsEveryParameter() {
    Map<String, Object> all =
        Map.of(
            "timeframe", "1h",
            "fast", 5,
            "slow", 20,
            "average", "ema",
            "adx", 7,
            "adx_threshold", 25,
            "confidence", "fixed");
    AgentParameters parameters = AgentParameters.of(FIVE_MINUTES, all);

    TrendAgent agent = new TrendAgent(parameters);

    parameters.rejectUnknown();
    assertThat(agent.view().timeframe()).isEqualTo(Timeframe.ofMinutes(60));
    assertThat(agent.view().columns()).containsExactly("gap(ema(5), ema(20))", "adx(7)");
  }

  @Test
  void asAPlainCrossIsAlwaysLongOrShortAndSure() {
    TrendAgent agent = agent(PLAIN_CROSS);

    Stance up = stance(agent, 1e-9f);
    Stance down = stance(agent, -0.02f);

    assertThat(up.direction()).isEqualTo(1);
    assertThat(up.confidence()).isEqualTo(1);
    assertThat(down.direction()).isEqualTo(-1);
    assertThat(down.confidence()).isEqualTo(1);
  }

  @Test
  void hasNoViewWhileTheAveragesAreEqual() {
    Opinion opinion = agent(PLAIN_CROSS).opine(seen(agent(PLAIN_CROSS), 0));

    assertThat(opinion).isInstanceOf(Abstention.class);
    assertThat(opinion.rationale().text()).isEqualTo("both averages are equal");
  }

  @Test
  void hasNoViewBelowTheThresholdOfAdx() {
    TrendAgent agent = agent(Map.of());

    Opinion opinion = agent.opine(seen(agent, 0.01f, 19.9f, 1));

    assertThat(opinion).isInstanceOf(Abstention.class);
    assertThat(opinion.rationale().text()).isEqualTo("ADX 19.9 is below 20.0: no trend to follow");
  }

  @Test
  void isHalfSureOfATrendThatJustQualifies() {
    assertThat(stance(agent(Map.of()), 0.001f, 20, 0).confidence()).isEqualTo(0.5);
  }

  @Test
  void isSureOfAStrongTrendAndNeverMore() {
    TrendAgent agent = agent(Map.of());

    assertThat(stance(agent, 0.001f, 50, 1).confidence()).isEqualTo(1);
    assertThat(stance(agent, -0.001f, 90, -7).confidence()).isEqualTo(1);
  }

  @Test
  void gradesItsConfidenceByAdxAndDistance() {
    // adx: (35 − 20)/30 = ½; distance ¼; ½ + ½·mean(½, ¼) = 0.6875
    assertThat(stance(agent(Map.of()), 0.001f, 35, 0.25f).confidence()).isEqualTo(0.6875);
    // without ADX the distance alone: ½ + ½·¼
    assertThat(stance(agent(Map.of("adx_threshold", 0)), 0.001f, -0.25f).confidence())
        .isEqualTo(0.625);
  }

  @Test
  void meansItsViewForTheSlowWindow() {
    assertThat(stance(agent(Map.of()), 0.01f, 30, 1).horizonNs())
        .isEqualTo(Duration.ofMinutes(150).toNanos());
  }

  @Test
  void saysWhyInWordsAPersonCanRead() {
    assertThat(stance(agent(Map.of()), 0.0123f, 31.5f, 0.8f).rationale().text())
        .isEqualTo(
            "the 10-bar average is 1.23 % above the 30-bar one, ADX 31.5, 0.80 deviations apart");
    assertThat(stance(agent(PLAIN_CROSS), -0.005f).rationale().text())
        .isEqualTo("the 10-bar average is 0.50 % below the 30-bar one");
  }

  @Test
  void refusesAFastAverageThatIsNotFaster() {
    assertThatThrownBy(() -> agent(Map.of("fast", 30)))
        .hasMessage("fast must be less than slow (30), but was \"30\" (parameters)");
  }

  @Test
  void refusesAnUnknownAverage() {
    assertThatThrownBy(() -> agent(Map.of("average", "smaa")))
        .hasMessageStartingWith("average must be one of sma, ema; did you mean \"sma\"?");
  }

  private static TrendAgent agent(Map<String, Object> parameters) {
    return new TrendAgent(AgentParameters.of(FIVE_MINUTES, parameters));
  }

  private static Stance stance(TrendAgent agent, float... row) {
    return (Stance) agent.opine(seen(agent, row));
  }

  private static Observation seen(TrendAgent agent, float... row) {
    return Observation.of(0, 0, agent.view().columns(), row);
  }
}
