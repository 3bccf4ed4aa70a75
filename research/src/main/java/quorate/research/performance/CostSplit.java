package quorate.research.performance;

import java.util.List;

/// What trading cost, in the base currency.
///
/// @param commission charged on top of the prices
/// @param spread half the spread at each fill, paid in the prices
/// @param slippage the move against us at each fill, paid in the prices
public record CostSplit(double commission, double spread, double slippage) {
  static CostSplit of(List<PricedFill> fills) {
    double commission = 0;
    double spread = 0;
    double slippage = 0;
    for (PricedFill fill : fills) {
      commission += fill.commission();
      spread += fill.spread();
      slippage += fill.slippage();
    }
    return new CostSplit(commission, spread, slippage);
  }

  public double total() {
    return commission + spread + slippage;
  }
}
