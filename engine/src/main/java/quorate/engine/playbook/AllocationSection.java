package quorate.engine.playbook;

import java.math.BigDecimal;
import quorate.domain.settings.Settings;
import quorate.trading.allocation.Allocation;
import quorate.trading.allocation.FixedSize;
import quorate.trading.allocation.VolatilityTarget;

/// How large a position a decision asks for.
///
/// @param method volatility target or fixed size, with its numbers
/// @param volatilityWindow council bars over which volatility is measured, 2 to 10,000
public record AllocationSection(Allocation method, int volatilityWindow) {

  /// How `allocation.method` is written.
  private enum Method {
    VOLATILITY_TARGET,
    FIXED
  }

  static AllocationSection from(Settings allocation) {
    VolatilityTarget otherwise = VolatilityTarget.defaults();
    double band = allocation.number("band", otherwise.band(), 0, 1);
    Allocation method =
        switch (allocation.choice("method", Method.class, Method.VOLATILITY_TARGET)) {
          case VOLATILITY_TARGET ->
              new VolatilityTarget(
                  allocation.number("target_volatility", otherwise.volatilityPerYear(), 0.001, 10),
                  allocation.number("max_leverage", otherwise.maxLeverage(), 0.01, 100),
                  band);
          case FIXED -> new FixedSize(allocation.decimal("size", BigDecimal.ONE), band);
        };
    return new AllocationSection(
        method, allocation.wholeNumber("volatility_window", 50, 2, 10_000));
  }

  /// Whether sizing needs the instrument's volatility.
  public boolean needsVolatility() {
    return method instanceof VolatilityTarget;
  }
}
