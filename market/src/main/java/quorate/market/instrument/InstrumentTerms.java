package quorate.market.instrument;

import java.math.BigDecimal;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Scaled;
import quorate.market.calendar.Calendars;

/// What all instruments of one declaration share; a name makes an instrument of them.
///
/// @param tick smallest price step, in price points
/// @param lot smallest quantity step, in units
/// @param multiplier currency units that one price point of one unit is worth
/// @param pricePlaces decimal places of prices; may be more than the tick has, for adjusted series
/// @param quantityPlaces decimal places of quantities
/// @param contracts whether contract codes such as `ESH4` follow from the name
record InstrumentTerms(
    InstrumentKind kind,
    String venue,
    String sector,
    BigDecimal tick,
    BigDecimal lot,
    BigDecimal multiplier,
    Currency currency,
    int pricePlaces,
    int quantityPlaces,
    String calendar,
    boolean contracts) {

  InstrumentTerms {
    Calendars.named(calendar);
  }

  /// @throws ArithmeticException when tick or lot have more decimal places than declared
  Instrument named(String symbol) {
    return new Instrument(
        symbol,
        venue,
        sector,
        kind,
        Scaled.exactly(tick, pricePlaces),
        Scaled.exactly(lot, quantityPlaces),
        multiplier,
        currency,
        pricePlaces,
        quantityPlaces,
        calendar);
  }
}
