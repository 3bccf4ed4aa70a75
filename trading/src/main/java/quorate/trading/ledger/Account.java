package quorate.trading.ledger;

import static java.lang.Math.addExact;
import static java.lang.Math.negateExact;
import static java.lang.Math.subtractExact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.Money;
import quorate.domain.Notional;
import quorate.domain.Position;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.trading.valuation.Proportion;

/// The account of one instrument; all amounts are units of 10⁻⁸ of its currency.
///
/// Signs: `quantity` and `basis` are positive when long. A fill's *flow* is what it adds to the
/// signed notional: positive for a buy at a positive price.
final class Account {
  private final int number;
  private final Instrument instrument;
  private final Notional notional;
  private final boolean margined;

  private long quantity;
  private long basis;
  private long realised;
  private long commission;
  private long spread;
  private long slippage;
  private @Nullable Trip trip;

  // Kept apart from the fields above, only ever added to, and compared with them by reconcile.
  private long boughtLessSold;
  private long flows;

  Account(int number, Instrument instrument) {
    this.number = number;
    this.instrument = instrument;
    this.notional = Notional.of(instrument);
    this.margined = instrument.kind().isMargined();
  }

  long quantity() {
    return quantity;
  }

  long commission() {
    return commission;
  }

  long spread() {
    return spread;
  }

  long slippage() {
    return slippage;
  }

  /// Books a fill. A fill through zero closes the whole position and opens the rest.
  ///
  /// @param lowest of the prices seen since the last fill
  /// @param highest of the prices seen since the last fill
  Result apply(Fill fill, long lowest, long highest) {
    long signed = fill.signedQuantity();
    long flow = notional.units(fill.price(), signed);
    long realisedBefore = realised;
    Optional<RoundTrip> closed = Optional.empty();
    Costs costs = Costs.of(fill);
    seeRange(lowest, highest);
    if (quantity == 0 || (quantity > 0) == (signed > 0)) {
      open(fill, signed, flow, costs);
    } else if (Math.abs(signed) <= Math.abs(quantity)) {
      closed = close(fill, signed, flow, costs);
    } else {
      long closing = -quantity;
      long closingFlow = notional.units(fill.price(), closing);
      Costs closingCosts = costs.share(Math.abs(closing), fill.quantity());
      closed = close(fill, closing, closingFlow, closingCosts);
      open(fill, signed - closing, subtractExact(flow, closingFlow), costs.less(closingCosts));
    }
    boughtLessSold = addExact(boughtLessSold, signed);
    flows = addExact(flows, flow);
    long paid = fill.commission().units();
    commission = addExact(commission, paid);
    spread = addExact(spread, fill.spread().units());
    slippage = addExact(slippage, fill.slippage().units());
    long cash = margined ? subtractExact(realised, realisedBefore) : negateExact(flow);
    return new Result(subtractExact(cash, paid), closed);
  }

  /// What a fill does to the world outside its account.
  ///
  /// @param cashUnits added to the cash of the instrument's currency
  /// @param closed the round trip that it ended
  record Result(long cashUnits, Optional<RoundTrip> closed) {}

  private record Costs(long commission, long spread, long slippage) {
    static Costs of(Fill fill) {
      return new Costs(fill.commission().units(), fill.spread().units(), fill.slippage().units());
    }

    Costs share(long part, long whole) {
      return new Costs(
          Proportion.of(commission, part, whole),
          Proportion.of(spread, part, whole),
          Proportion.of(slippage, part, whole));
    }

    Costs less(Costs part) {
      return new Costs(
          commission - part.commission, spread - part.spread, slippage - part.slippage);
    }
  }

  private void open(Fill fill, long signed, long flow, Costs costs) {
    Trip running = trip;
    if (running == null) {
      running = new Trip(Side.of(signed), fill.timeNs());
      trip = running;
    }
    quantity = addExact(quantity, signed);
    basis = addExact(basis, flow);
    running.entered(
        instrument.priceAsDouble(fill.price()),
        instrument.quantityAsDouble(Math.abs(signed)),
        Math.abs(quantity));
    running.pay(costs.commission, costs.spread, costs.slippage);
  }

  private Optional<RoundTrip> close(Fill fill, long signed, long flow, Costs costs) {
    Trip running = running();
    long part = Math.abs(signed);
    long share = Proportion.of(basis, part, Math.abs(quantity));
    long profit = negateExact(addExact(flow, share));
    quantity = addExact(quantity, signed);
    basis = subtractExact(basis, share);
    realised = addExact(realised, profit);
    running.grossUnits = addExact(running.grossUnits, profit);
    running.left(instrument.priceAsDouble(fill.price()), instrument.quantityAsDouble(part));
    running.pay(costs.commission, costs.spread, costs.slippage);
    if (quantity != 0) {
      return Optional.empty();
    }
    trip = null;
    return Optional.of(running.close(number, fill.timeNs(), instrument.currency()));
  }

  private Trip running() {
    Trip running = trip;
    if (running == null) {
      throw new IllegalStateException(
          "a position must belong to a round trip, but \"%s\" has none"
              .formatted(instrument.symbol()));
    }
    return running;
  }

  private void seeRange(long lowest, long highest) {
    if (quantity != 0 && lowest <= highest) {
      Trip running = running();
      running.saw(addExact(running.grossUnits, unrealised(lowest)));
      running.saw(addExact(running.grossUnits, unrealised(highest)));
    }
  }

  /// What closing at `price` would realise, before costs.
  long unrealised(long price) {
    return quantity == 0 ? 0 : subtractExact(notional.units(price, quantity), basis);
  }

  /// What the position adds to the cash when the account is valued at `price`.
  long value(long price) {
    long worth = notional.units(price, quantity);
    return margined ? subtractExact(worth, basis) : worth;
  }

  /// Settles a margined position at `price`: its profit since the last settlement is realised.
  ///
  /// @return what moves to cash; 0 for a paid-up instrument
  long settle(long price) {
    if (!margined || quantity == 0) {
      return 0;
    }
    long variation = unrealised(price);
    basis = addExact(basis, variation);
    realised = addExact(realised, variation);
    Trip running = running();
    running.grossUnits = addExact(running.grossUnits, variation);
    return variation;
  }

  Position position() {
    return new Position(
        number,
        quantity,
        Money.ofUnits(basis, instrument.currency()),
        Money.ofUnits(realised, instrument.currency()),
        Money.ofUnits(commission, instrument.currency()));
  }

  /// What this account's fills and settlements must have added to cash, from the sums that are only
  /// ever added to.
  ///
  /// @throws IllegalStateException when position, basis and realised profit do not follow from them
  long reconciledCash() {
    require(quantity == boughtLessSold, "position", quantity, boughtLessSold);
    require(basis - realised == flows, "basis less realised profit", basis - realised, flows);
    require(quantity != 0 || basis == 0, "basis of a flat position", basis, 0);
    return margined
        ? addExact(subtractExact(basis, flows), -commission)
        : negateExact(addExact(flows, commission));
  }

  private void require(boolean holds, String what, long found, long due) {
    if (!holds) {
      throw new IllegalStateException(
          "%s must be %d, but was %d (instrument \"%s\")"
              .formatted(what, due, found, instrument.symbol()));
    }
  }
}
