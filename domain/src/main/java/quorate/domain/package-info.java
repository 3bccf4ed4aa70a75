/// The nouns that cross doorways between rooms, and nothing else.
///
/// A type moves here only when it is spoken by two modules. Money, prices and quantities are exact
/// scaled integers; times are UTC nanoseconds since 1970; everything is immutable but the one
/// reused [quorate.domain.EventCursor] that ticks travel in.
@NullMarked
package quorate.domain;

import org.jspecify.annotations.NullMarked;
