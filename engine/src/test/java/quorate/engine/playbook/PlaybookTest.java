package quorate.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import quorate.agents.council.CouncilRules;
import quorate.domain.Currency;
import quorate.domain.EventKind;
import quorate.domain.InstrumentKind;
import quorate.domain.Limits;
import quorate.domain.Money;
import quorate.domain.Timeframe;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.engine.playbook.CouncilSection.Otherwise;
import quorate.trading.allocation.FixedSize;
import quorate.trading.allocation.VolatilityTarget;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.BracketRules;

class PlaybookTest {

  /// A changed default changes everybody's results, so it must show here.
  @Test
  void pinsEveryDefault() {
    Playbook playbook = Playbook.from(Settings.of(smallest()));

    assertThat(playbook.title()).isEqualTo("small");
    assertThat(playbook.capital()).isEqualTo(Money.of("100000", Currency.USD));
    assertThat(playbook.rates().sources()).isEmpty();
    assertThat(playbook.data().kind()).isEqualTo(EventKind.TRADE);
    assertThat(playbook.data().barTimeframe()).isEmpty();
    assertThat(playbook.data().dataset()).isEmpty();
    assertThat(playbook.data().from()).isEmpty();
    assertThat(playbook.data().to()).isEmpty();
    assertThat(playbook.features()).isEqualTo(new FeaturesSection(0, Map.of()));
    assertThat(playbook.council().timeframe()).isEqualTo(Timeframe.ofMinutes(30));
    assertThat(playbook.council().rules()).isEqualTo(CouncilRules.defaults());
    assertThat(playbook.council().otherwise()).isEqualTo(Otherwise.HOLD);
    assertThat(playbook.council().members().getFirst().agent()).isEqualTo("trend");
    assertThat(playbook.council().members().getFirst().weight()).isEqualTo(1);
    assertThat(playbook.allocation().method()).isEqualTo(new VolatilityTarget(0.10, 1.0, 0.10));
    assertThat(playbook.allocation().volatilityWindow()).isEqualTo(50);
    assertThat(playbook.limits()).isEqualTo(Limits.defaults());
    assertThat(playbook.execution().fills()).isEqualTo(FillRules.defaults());
    assertThat(playbook.execution().bracket()).isEmpty();
    for (InstrumentKind kind : InstrumentKind.values()) {
      assertThat(playbook.execution().costs(kind)).isEqualTo(CostModel.defaults(kind));
    }
  }

  @Test
  void readsWhatIsWritten() {
    Map<String, Object> settings = smallest();
    settings.put(
        "capital", Map.of("amount", "250000.50", "currency", "EUR", "rates", Map.of("USD", "0.9")));
    settings.put(
        "data",
        Map.of(
            "instruments",
            List.of("SPX"),
            "kind",
            "bars",
            "timeframe",
            "1d",
            "dataset",
            "sp500",
            "from",
            "2000-01-03",
            "to",
            "2020-04-17"));
    settings.put("allocation", Map.of("method", "fixed", "size", "2.5"));
    settings.put(
        "execution",
        Map.of(
            "spread_ticks",
            "3",
            "limit_fill",
            "touch",
            "participation",
            "0.25",
            "latency_ms",
            "40",
            "commission",
            Map.of("per_unit", "2.25", "minimum_per_order", "1")));
    settings.put("risk", Map.of("max_position_size", "7", "max_drawdown", "0.5"));

    Playbook playbook = Playbook.from(Settings.of(settings));

    assertThat(playbook.capital()).isEqualTo(Money.of("250000.5", Currency.EUR));
    assertThat(playbook.rates().sources()).containsExactly(Map.entry(Currency.USD, "0.9"));
    assertThat(playbook.data().barTimeframe()).contains(Timeframe.parse("1d"));
    assertThat(playbook.data().from().orElseThrow()).hasToString("2000-01-03");
    assertThat(playbook.allocation().method()).isEqualTo(new FixedSize(new BigDecimal("2.5")));
    assertThat(playbook.allocation().needsVolatility()).isFalse();
    assertThat(playbook.execution().spreadTicks()).isEqualTo(OptionalInt.of(3));
    assertThat(playbook.execution().fills())
        .isEqualTo(FillRules.defaults().touching().participating(0.25).delayed(40_000_000));
    assertThat(playbook.execution().commission())
        .contains(
            new CommissionRule.PerUnit(
                new BigDecimal("2.25"),
                new CommissionRule.Minimum(BigDecimal.ONE, BigDecimal.ZERO)));
    assertThat(playbook.limits().maxPositionSize()).isEqualByComparingTo("7");
    assertThat(playbook.limits().maxDrawdown()).isEqualTo(0.5);
    assertThat(playbook.limits().maxLeverage()).isEqualTo(Limits.defaults().maxLeverage());
  }

  @Test
  void refusesAnUnknownKeyWithTheNearestKnownOne() {
    refuses("risk", Map.of("max_posision_size", "5"))
        .hasMessageContaining("unknown setting \"risk.max_posision_size\"")
        .hasMessageContaining("did you mean \"max_position_size\"?");
  }

  @Test
  void refusesValuesOutsideTheirRange() {
    refuses("risk", Map.of("max_drawdown", "1.5"))
        .hasMessageContaining("risk.max_drawdown must be from 0.0001 to 1, but was \"1.5\"");
    refuses("allocation", Map.of("band", "2")).hasMessageContaining("allocation.band must be");
    refuses("execution", Map.of("spread_ticks", "-1"))
        .hasMessageContaining("execution.spread_ticks must be from 0");
    refuses("execution", Map.of("participation", "0"))
        .hasMessageContaining("execution.participation must be");
  }

  @Test
  void refusesBarsWithoutATimeframeAndATimeframeWithoutBars() {
    refuses("data", Map.of("instruments", List.of("SPX"), "kind", "bars"))
        .hasMessageContaining("data.timeframe must be the timeframe of the bars");
    refuses("data", Map.of("instruments", List.of("SPX"), "timeframe", "1d"))
        .hasMessageContaining("data.timeframe must be left out unless kind is bars");
  }

  @Test
  void refusesACouncilOfNobodyAndDataOfNothing() {
    refuses("council", Map.of()).hasMessageContaining("council.members must be a list of at least");
    refuses("data", Map.of()).hasMessageContaining("data.instruments must be a list of at least");
  }

  @Test
  void refusesTwoKindsOfCommissionAtOnce() {
    refuses("execution", Map.of("commission", Map.of("per_unit", "1", "basis_points", "1")))
        .hasMessageContaining(
            "execution.commission.basis_points must be left out where per_unit is given");
  }

  @Test
  void tradesWithBracketsWhereItHasTheirSection() {
    assertThat(bracket(Map.of())).isEqualTo(BracketRules.defaults());
    assertThat(bracket(Map.of("atr_window", "20", "stop_atr", "2", "target_atr", "0.5")))
        .isEqualTo(new BracketRules(20, 2, 0.5));
  }

  @Test
  void refusesBracketsOutOfRangeAndKeysTheyDoNotHave() {
    refuses("execution", Map.of("bracket", Map.of("stop_atr", "0")))
        .hasMessageContaining("execution.bracket.stop_atr must be from 0.01 to 100, but was \"0\"");
    refuses("execution", Map.of("bracket", Map.of("atr_window", "0")))
        .hasMessageContaining("execution.bracket.atr_window must be from 1 to 10000");
    refuses("execution", Map.of("bracket", Map.of("target_art", "3")))
        .hasMessageContaining("unknown setting \"execution.bracket.target_art\"")
        .hasMessageContaining("did you mean \"target_atr\"?");
  }

  private static BracketRules bracket(Map<String, Object> section) {
    Map<String, Object> settings = smallest();
    settings.put("execution", Map.of("bracket", section));
    return Playbook.from(Settings.of(settings)).execution().bracket().orElseThrow();
  }

  @Test
  void refusesANameThatIsNoFolder() {
    Map<String, Object> settings = smallest();
    settings.put("name", "../outside");

    assertThatThrownBy(() -> Playbook.from(Settings.of(settings)))
        .hasMessage("name must be lower-case letters, digits and dashes, but was \"../outside\"");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refuses(
      String section, Map<String, Object> content) {
    Map<String, Object> settings = smallest();
    settings.put(section, content);
    return assertThatThrownBy(() -> Playbook.from(Settings.of(settings)))
        .isInstanceOf(SettingsException.class);
  }

  private static Map<String, Object> smallest() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("name", "small");
    settings.put("data", Map.of("instruments", List.of("BTC-USD")));
    settings.put("council", Map.of("members", List.of("trend")));
    return settings;
  }

  @Test
  void readsTheColumnsOfFeatureTablesOnceEach() {
    Map<String, Object> settings = smallest();
    settings.put(
        "features",
        Map.of(
            "warm_up",
            10,
            "tables",
            List.of(
                Map.of("timeframe", "30m", "columns", List.of("rsi(14)", "close", "rsi(14)")),
                Map.of("timeframe", "30m", "columns", List.of("close", "volume")))));

    FeaturesSection features = Playbook.from(Settings.of(settings)).features();

    assertThat(features.warmUpSessions()).isEqualTo(10);
    assertThat(features.tables())
        .isEqualTo(Map.of(Timeframe.ofMinutes(30), List.of("rsi(14)", "close", "volume")));
  }

  @Test
  void refusesAFeatureThatNobodyKnows() {
    Map<String, Object> settings = smallest();
    settings.put(
        "features",
        Map.of("tables", List.of(Map.of("timeframe", "5m", "columns", List.of("rsy(14)")))));

    assertThatThrownBy(() -> Playbook.from(Settings.of(settings)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "features.tables[0].columns must be features: unknown feature \"rsy\"; did you mean");
  }

  @Test
  void refusesATableWithoutColumns() {
    Map<String, Object> settings = smallest();
    settings.put("features", Map.of("tables", List.of(Map.of("timeframe", "5m"))));

    assertThatThrownBy(() -> Playbook.from(Settings.of(settings)))
        .hasMessageStartingWith(
            "features.tables[0].columns must be a list of at least one feature, such as [rsi(14)]");
  }
}
