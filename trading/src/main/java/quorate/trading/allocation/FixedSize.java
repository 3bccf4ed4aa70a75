package quorate.trading.allocation;

import java.math.BigDecimal;
import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.Scaled;
import quorate.trading.valuation.Marks;

/// Always the same size, in the decision's direction; flat when it has none.
///
/// The size is exact, so there is a band only where a limit leaves less of it: that much changes
/// with every price.
///
/// @param size whole units (contracts, shares, coins), positive
/// @param band 0 to 1, as a fraction of what a limit leaves
public record FixedSize(BigDecimal size, double band) implements Allocation {
  public FixedSize {
    if (size.signum() <= 0) {
      throw new IllegalArgumentException("size must be positive, but was " + size);
    }
    Band.check(band);
  }

  /// With a band of a tenth.
  public FixedSize(BigDecimal size) {
    this(size, Band.DEFAULT);
  }

  @Override
  public long target(Decision decision, double volatilityPerYear, Holdings holdings, Marks marks) {
    int number = decision.instrument();
    if (!decision.acts()) {
      return holdings.position(number).quantity();
    }
    Instrument instrument = marks.instruments().get(number);
    long quantity = instrument.wholeLots(Scaled.rounded(size, instrument.quantityScale()));
    return (long) Math.signum(decision.direction()) * quantity;
  }

  @Override
  public boolean keeps(long held, long target, long allowed) {
    return allowed != target && Band.holds(band, held, allowed);
  }
}
