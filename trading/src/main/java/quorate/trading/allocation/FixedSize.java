package quorate.trading.allocation;

import java.math.BigDecimal;
import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.Scaled;
import quorate.trading.valuation.Marks;

/// Always the same size, in the decision's direction; flat when it has none.
///
/// @param size whole units (contracts, shares, coins), positive
public record FixedSize(BigDecimal size) implements Allocation {
  public FixedSize {
    if (size.signum() <= 0) {
      throw new IllegalArgumentException("size must be positive, but was " + size);
    }
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
}
