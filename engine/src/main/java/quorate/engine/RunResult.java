package quorate.engine;

import quorate.domain.Holdings;

/// How a run ended.
///
/// @param events market events read
/// @param decisions times the council was asked
/// @param orders orders that risk approved
/// @param fills fills of them
/// @param holdings at the end, valued at the last prices
/// @param late events that came after their bar was closed
/// @param outside events outside every session
public record RunResult(
    long events,
    long decisions,
    long orders,
    long fills,
    Holdings holdings,
    long late,
    long outside) {}
