package quorate.market.source;

import java.util.function.Function;
import quorate.domain.Instrument;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.SessionCalendar;
import quorate.market.instrument.InstrumentCatalogue;

/// Where a source looks up the symbols it meets and the hours of their markets.
///
/// @param instruments the instrument of a symbol; throws [IllegalArgumentException] saying what to
///   do when nobody declared it
/// @param calendars the calendar that an instrument names
public record Listings(
    Function<String, Instrument> instruments, Function<String, SessionCalendar> calendars) {

  /// The instruments of a catalogue and the calendars that ship with Quorate.
  public static Listings of(InstrumentCatalogue catalogue) {
    return new Listings(catalogue::find, Calendars::named);
  }
}
