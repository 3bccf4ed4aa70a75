package quorate.trading.allocation;

import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.trading.valuation.Marks;

/// From a decision to the position that it asks for.
public sealed interface Allocation permits VolatilityTarget, FixedSize {
  /// The position to hold, signed, scaled, whole lots; the present one when the decision does not
  /// act or what is needed to size it is not known.
  ///
  /// @param volatilityPerYear of the instrument's returns, as a fraction; NaN when not known yet
  /// @param holdings of this moment
  /// @param marks last prices and rates
  long target(Decision decision, double volatilityPerYear, Holdings holdings, Marks marks);
}
