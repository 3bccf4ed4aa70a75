package quorate.trading.allocation;

import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.trading.valuation.Marks;

/// From a decision to the position that it asks for.
public sealed interface Allocation permits VolatilityTarget, FixedSize {
  /// The position to hold, signed, scaled, whole lots; the present one when the decision does not
  /// act or what is needed to size it is not known. Neither the band nor the limits of risk are
  /// applied yet.
  ///
  /// @param volatilityPerYear of the instrument's returns, as a fraction; NaN when not known yet
  /// @param holdings of this moment
  /// @param marks last prices and rates
  long target(Decision decision, double volatilityPerYear, Holdings holdings, Marks marks);

  /// How far a position may be from the target and stay, 0 to 1 as a fraction of the target.
  double band();

  /// Whether the present position is near enough to be kept, as long as it is within the limits
  /// itself. Asked once the limits are known: where one of them binds, what it leaves of a target
  /// is another number at every price.
  ///
  /// @param held signed, scaled
  /// @param target what [#target] wanted, signed, scaled
  /// @param allowed what the limits leave of it, signed, scaled
  boolean keeps(long held, long target, long allowed);
}
