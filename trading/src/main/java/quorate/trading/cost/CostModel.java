package quorate.trading.cost;

import quorate.domain.InstrumentKind;

/// What trading one instrument costs beside being wrong.
///
/// @param spreadTicks distance of bid and ask in ticks, 0 or more; half of it is paid by an order
///   that takes a trade's or bar's price, and rounded to the tick grid against us, so a spread of
///   one tick costs one tick. Quotes carry their own spread
/// @param slippageTicks further move against an order that takes, in ticks, 0 or more
/// @param commission charged on top of the price
public record CostModel(int spreadTicks, int slippageTicks, CommissionRule commission) {
  public CostModel {
    if (spreadTicks < 0 || slippageTicks < 0) {
      throw new IllegalArgumentException(
          "spread and slippage must be 0 ticks or more, but were %d and %d"
              .formatted(spreadTicks, slippageTicks));
    }
  }

  /// One tick of spread and one of slippage, with a commission that is usual for a small account:
  /// 2.25 a contract for futures (an index future's broker and exchange fees), 0.005 a share and at
  /// least 1 an order for equities, 10 basis points for crypto, 0.2 for FX, none for an index.
  public static CostModel defaults(InstrumentKind kind) {
    CommissionRule commission =
        switch (kind) {
          case FUTURE -> CommissionRule.perContract("2.25");
          case EQUITY ->
              CommissionRule.perShare("0.005").atLeast(CommissionRule.Minimum.perOrder("1"));
          case CRYPTO -> CommissionRule.basisPoints("10");
          case FX -> CommissionRule.basisPoints("0.2");
          case INDEX -> CommissionRule.free();
        };
    return new CostModel(1, 1, commission);
  }

  /// A market without friction, for comparisons.
  public static CostModel none() {
    return new CostModel(0, 0, CommissionRule.free());
  }
}
