package quorate.trading.cost;

import java.math.BigDecimal;

/// How a broker charges for trading, in the instrument's currency.
public sealed interface CommissionRule {
  /// Nothing.
  record Free() implements CommissionRule {}

  /// So much for each share, contract or coin.
  ///
  /// @param amount currency units for one whole unit, positive, at most 8 decimal places
  record PerUnit(BigDecimal amount, Minimum minimum) implements CommissionRule {
    public PerUnit {
      positive("commission per unit", amount);
    }
  }

  /// A part of the notional.
  ///
  /// @param points hundredths of a percent, positive
  record BasisPoints(BigDecimal points, Minimum minimum) implements CommissionRule {
    public BasisPoints {
      positive("commission in basis points", points);
    }
  }

  static CommissionRule free() {
    return new Free();
  }

  /// Such as `0.005` for half a cent a share.
  static CommissionRule perShare(String amount) {
    return new PerUnit(new BigDecimal(amount), Minimum.none());
  }

  /// Such as `2.25` for each contract and side.
  static CommissionRule perContract(String amount) {
    return new PerUnit(new BigDecimal(amount), Minimum.none());
  }

  /// Such as `10` for a thousandth of the notional.
  static CommissionRule basisPoints(String points) {
    return new BasisPoints(new BigDecimal(points), Minimum.none());
  }

  /// The same rule with a smallest charge.
  default CommissionRule atLeast(Minimum minimum) {
    return switch (this) {
      case Free free -> free;
      case PerUnit rule -> new PerUnit(rule.amount, minimum);
      case BasisPoints rule -> new BasisPoints(rule.points, minimum);
    };
  }

  /// The smallest charge, in the instrument's currency. Both may be set; the one for the order is
  /// collected with its first fill and counts against what later fills owe.
  ///
  /// @param perOrder 0 for none
  /// @param perFill 0 for none
  record Minimum(BigDecimal perOrder, BigDecimal perFill) {
    public Minimum {
      notNegative("minimum commission per order", perOrder);
      notNegative("minimum commission per fill", perFill);
    }

    public static Minimum none() {
      return new Minimum(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public static Minimum perOrder(String amount) {
      return new Minimum(new BigDecimal(amount), BigDecimal.ZERO);
    }

    public static Minimum perFill(String amount) {
      return new Minimum(BigDecimal.ZERO, new BigDecimal(amount));
    }
  }

  private static void positive(String what, BigDecimal found) {
    if (found.signum() <= 0) {
      throw new IllegalArgumentException(what + " must be positive, but was " + found);
    }
  }

  private static void notNegative(String what, BigDecimal found) {
    if (found.signum() < 0) {
      throw new IllegalArgumentException(what + " must not be negative, but was " + found);
    }
  }
}
