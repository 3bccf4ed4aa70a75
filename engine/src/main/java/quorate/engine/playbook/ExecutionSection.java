package quorate.engine.playbook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import quorate.domain.InstrumentKind;
import quorate.domain.settings.Settings;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.BracketRules;

/// How orders meet the simulated market; `docs/fills.md` explains the rules.
///
/// @param spreadTicks distance of bid and ask; absent: the default of the instrument's kind
/// @param slippageTicks further move against us; absent: the default of the instrument's kind
/// @param commission what the broker charges; absent: the default of the instrument's kind
/// @param fills how generous the market is
/// @param bracket how far the ways out of a position lie; absent: it is left by decisions alone
public record ExecutionSection(
    OptionalInt spreadTicks,
    OptionalInt slippageTicks,
    Optional<CommissionRule> commission,
    FillRules fills,
    Optional<BracketRules> bracket) {
  private static final int MAX_TICKS = 1_000_000;

  /// How `execution.limit_fill` is written.
  private enum LimitFill {
    THROUGH,
    TOUCH
  }

  static ExecutionSection from(Settings execution) {
    return new ExecutionSection(
        ticks(execution, "spread_ticks"),
        ticks(execution, "slippage_ticks"),
        commission(execution),
        fills(execution),
        bracket(execution));
  }

  private static OptionalInt ticks(Settings execution, String key) {
    return execution.has(key)
        ? OptionalInt.of(execution.wholeNumber(key, 0, 0, MAX_TICKS))
        : OptionalInt.empty();
  }

  private static Optional<CommissionRule> commission(Settings execution) {
    if (!execution.has("commission")) {
      return Optional.empty();
    }
    Settings commission = execution.section("commission");
    BigDecimal perUnit = commission.decimal("per_unit", BigDecimal.ZERO);
    BigDecimal basisPoints = commission.decimal("basis_points", BigDecimal.ZERO);
    CommissionRule.Minimum minimum =
        new CommissionRule.Minimum(
            commission.decimal("minimum_per_order", BigDecimal.ZERO),
            commission.decimal("minimum_per_fill", BigDecimal.ZERO));
    if (perUnit.signum() < 0 || basisPoints.signum() < 0) {
      throw commission.broken(
          "per_unit", "0 or more, and basis_points too", perUnit + " and " + basisPoints);
    }
    if (perUnit.signum() > 0 && basisPoints.signum() > 0) {
      throw commission.broken(
          "basis_points", "left out where per_unit is given", basisPoints.toPlainString());
    }
    if (perUnit.signum() > 0) {
      return Optional.of(new CommissionRule.PerUnit(perUnit, minimum));
    }
    return Optional.of(
        basisPoints.signum() > 0
            ? new CommissionRule.BasisPoints(basisPoints, minimum)
            : CommissionRule.free());
  }

  private static Optional<BracketRules> bracket(Settings execution) {
    if (!execution.has("bracket")) {
      return Optional.empty();
    }
    Settings bracket = execution.section("bracket");
    BracketRules otherwise = BracketRules.defaults();
    return Optional.of(
        new BracketRules(
            bracket.wholeNumber("atr_window", otherwise.atrWindow(), 1, BracketRules.MAX_WINDOW),
            distance(bracket, "stop_atr", otherwise.stopAtr()),
            distance(bracket, "target_atr", otherwise.targetAtr())));
  }

  private static double distance(Settings bracket, String key, double otherwise) {
    return bracket.number(key, otherwise, BracketRules.NEAREST, BracketRules.FURTHEST);
  }

  private static FillRules fills(Settings execution) {
    FillRules fills = FillRules.defaults();
    if (execution.choice("limit_fill", LimitFill.class, LimitFill.THROUGH) == LimitFill.TOUCH) {
      fills = fills.touching();
    }
    long latencyMs = execution.wholeNumber("latency_ms", 0L, 0, 86_400_000);
    fills = fills.delayed(latencyMs * 1_000_000L);
    if (execution.text("participation", "1").equals("unlimited")) {
      return fills.unlimited();
    }
    double participation = execution.number("participation", 1, 0.000001, 1);
    return fills.participating(participation);
  }

  /// The costs of one instrument.
  public CostModel costs(InstrumentKind kind) {
    CostModel otherwise = CostModel.defaults(kind);
    return new CostModel(
        spreadTicks.orElse(otherwise.spreadTicks()),
        slippageTicks.orElse(otherwise.slippageTicks()),
        commission.orElse(otherwise.commission()));
  }
}
